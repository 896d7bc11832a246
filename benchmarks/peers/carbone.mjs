import carbone from "carbone";
import { run } from "./common.mjs";

await run((_, data, path) =>
  new Promise((done, failed) => carbone.render(path, data, (error, report) => (error ? failed(error) : done(report)))),
);
