import { TemplateHandler } from "easy-template-x";
import { run } from "./common.mjs";

const handler = new TemplateHandler();
await run((template, data) => handler.process(template, data));
