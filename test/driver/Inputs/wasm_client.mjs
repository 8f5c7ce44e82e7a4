// wasm_client.mjs -- calls modules from JavaScript by way of examples/web/cjax.js.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { instantiate } = await import(pathToFileURL("cjax.js"));
const open = (name, options) => instantiate(readFileSync(name + ".wasm"), JSON.parse(readFileSync(name + ".json")), options);
const report = (f) => {
  try { console.log(f()); } catch (e) { console.log(e.message.split("\n")[0]); }
};

const bytes = readFileSync("controller.wasm");
console.log("controller imports", WebAssembly.Module.imports(new WebAssembly.Module(bytes)).length);
const controller = await open("controller");
const params = { params_hidden_w: new Float32Array(64).fill(0.1), params_hidden_b: new Float32Array(16), params_out_w: new Float32Array(48) };
const { class_, probabilities } = controller.predict({ ...params, x: new Float32Array(32).fill(1) });
console.log("classes", class_.length, "probabilities", probabilities.length, (probabilities[0] + probabilities[1] + probabilities[2]).toFixed(3));
const start = controller.init({ target: [0, 0, 0] });
const next = controller.step({ state_position: start.position, state_velocity: start.velocity, measured: [1, 2, 3] });
const text = (x) => Array.from(x, (v) => v.toFixed(3)).join();
console.log("step", text(start.position), text(next.result0_position.map((v) => 2 * v)));
report(() => controller.predict({ ...params, x: new Float32Array(3) }));
const monitor = await open("monitor");
const watch = (rate) => () => {
  const { result0 } = monitor.advance({ field: new Float32Array(16).fill(0.5), rate });
  return `field ${result0.length} ${Math.abs(result0[0] - Math.tanh(1)) < 1e-6}`;
};
report(watch(0.25));
report(watch(0.75));
report(watch(0.25));
const said = [];
const told = await open("monitor", { print: (text, stream) => said.push(stream, text) });
told.advance({ field: new Float32Array(16).fill(0.5), rate: 0.25 });
console.log("told", JSON.stringify(said));
const buckets = await open("buckets");
const weights = Float32Array.from({ length: 12 }, (_, i) => 0.1 * i - 0.5), rows = Float32Array.from({ length: 36 }, (_, i) => Math.sin(i));
const all = buckets.predict({ w: weights, x: rows.slice(0, 32), scale: 2 });
const some = (n) => () => {
  const out = buckets.predict({ w: weights, x: rows.slice(0, 4 * n), scale: 2 });
  const same = out.scores.every((s, i) => Math.abs(s - all.scores[i]) < 1e-6);
  return `${n} rows: ${out.class_.length} classes, ${out.scores.length} scores, ${same ? "the same" : "others"}`;
};
report(some(3));
report(some(8));
report(some(9));
console.log("an MLP in under 60 kB:", bytes.length < 60000);
