import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { run } from "./common.mjs";

await run((template, data) => {
  const document = new Docxtemplater(new PizZip(template), { linebreaks: true });
  document.render(data);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
});
