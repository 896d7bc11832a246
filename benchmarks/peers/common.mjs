// What the peers of Node share: the workbook by SheetJS (exceljs takes three times as long), the words, the loop.
import { readFileSync, writeFileSync } from "node:fs";
import XLSX from "xlsx";

function contentOf(workbook, places) {
  const book = XLSX.read(readFileSync(workbook));
  const content = {};
  for (const [tag, at] of Object.entries(places)) {
    const sheet = book.Sheets[at.sheet];
    const last = at.many ? XLSX.utils.decode_range(sheet["!ref"]).e.r + 1 : at.row;
    const lines = [];
    for (let row = at.row; row <= last; row++) {
      const cell = sheet[XLSX.utils.encode_cell({ r: row - 1, c: at.column - 1 })];
      if (cell?.v !== undefined) lines.push(String(cell.v));
    }
    content[tag] = lines.join("\n");
  }
  return content;
}

// WORKBOOK TEMPLATE PLACES OUTPUT [--times N]: one report; or so many, and the seconds of each.
export async function run(fill) {
  const [workbook, template, places, output, , times] = process.argv.slice(2);
  const cells = JSON.parse(readFileSync(places, "utf-8"));
  for (let number = 0; number < (Number(times) || 1); number++) {
    const begun = performance.now();
    writeFileSync(output, await fill(readFileSync(template), contentOf(workbook, cells), template));
    if (times) console.log((performance.now() - begun) / 1000);
  }
  process.exit(0);
}
