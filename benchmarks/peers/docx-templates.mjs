import { createReport } from "docx-templates";
import { run } from "./common.mjs";

await run((template, data) => createReport({ template, data, cmdDelimiter: ["{", "}"] }));
