// Renders every page of a PDF file with pdf.js: node render.mjs FILE FOLDER PPI -> FOLDER/1.png, 2.png, ...
import {createCanvas} from '@napi-rs/canvas';
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const [file, folder, ppi] = process.argv.slice(2);
const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const {getDocument, VerbosityLevel} = await import('pdfjs-dist/legacy/build/pdf.mjs');

// pdf.js warns on the console of what it does not understand; a warning is a complaint.
let complaints = 0;
console.warn = console.log = words => { complaints += 1; process.stderr.write(`${words}\n`); };

const pdf = await getDocument({
  data: new Uint8Array(readFileSync(file)),
  verbosity: VerbosityLevel.WARNINGS,
  standardFontDataUrl: join(library, 'standard_fonts') + '/',
  cMapUrl: join(library, 'cmaps') + '/',
  wasmUrl: join(library, 'wasm') + '/',
  cMapPacked: true,
  disableFontFace: true,
  useSystemFonts: false,
}).promise;
for (let number = 1; number <= pdf.numPages; ++number) {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({scale: Number(ppi) / 72});
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({canvasContext: canvas.getContext('2d'), viewport, annotationMode: 0}).promise;
  writeFileSync(join(folder, `${number}.png`), canvas.toBuffer('image/png'));
}
process.exit(complaints ? 1 : 0);
