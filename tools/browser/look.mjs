// Looks at pages in a real browser: node look.mjs [--pages N] FILE.html ...
// Each at desktop and phone width, light and dark, and as print. Ends with exit code 1 and a line for each thing that is wrong.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const widths = { desktop: [1280, 900], phone: [390, 844] };
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let mostPages = Infinity;
const files = [];
for (let at = 2; at < process.argv.length; at++) {
  if (process.argv[at] === '--pages') mostPages = Number(process.argv[++at]);
  else files.push(process.argv[at]);
}
if (files.length === 0 || Number.isNaN(mostPages)) {
  console.error('usage: node look.mjs [--pages N] FILE.html ...');
  process.exit(2);
}

const faults = [];
// Root may not use the browser's own sandbox; the pages are ours, and load nothing.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args });
try {
  for (const file of files) {
    await look(file);
  }
} finally {
  await browser.close();
}

for (const fault of faults) console.error(fault);
console.log(`${files.length} pages looked at, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);

async function look(file) {
  const page = await browser.newPage();
  const wrong = (where, what) => faults.push(`${file}, ${where}: ${what}`);
  page.on('pageerror', error => wrong('script', error.message));
  page.on('console', message => message.type() === 'error' && wrong('console', message.text()));
  page.on('request', request => /^(file|data):/.test(request.url()) || wrong('network', `asks for ${request.url()}`));
  for (const [name, [width, height]] of Object.entries(widths)) {
    await page.setViewport({ width, height });
    await page.goto(pathToFileURL(path.resolve(file)).href);
    for (const problem of await page.evaluate(overflow)) wrong(name, problem);
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(values => globalThis.axe.run(document, { runOnly: values }), rules);
      for (const { id, help, nodes } of violations) wrong(`${name}, ${scheme}`, `${id}: ${help} (${nodes.length}, such as ${nodes[0].html.slice(0, 120)})`);
      // An examination that looked at nothing must not read as a clean one.
      for (const needed of ['color-contrast', 'html-has-lang', 'document-title']) {
        if (!passes.some(rule => rule.id === needed)) wrong(`${name}, ${scheme}`, `axe did not find ${needed} to hold`);
      }
    }
  }
  for (const problem of await page.evaluate(text)) wrong('text', problem);
  await page.emulateMediaFeatures([]);
  const print = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = (print.match(/\/Type\s*\/Page[^s]/g) ?? []).length;
  if (pages === 0 || pages > mostPages) wrong('print', `${pages} sheets, and ${mostPages} is the most`);
  await page.close();
  console.log(`${file}: ${pages} sheets`);
}

// In the page: what is wider than the window, or is cut off.
function overflow() {
  const width = document.documentElement.clientWidth;
  const problems = [];
  if (document.documentElement.scrollWidth > width) problems.push(`scrolls sideways: ${document.documentElement.scrollWidth} in ${width}`);
  for (const element of document.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > width + 1) problems.push(`<${element.tagName.toLowerCase()}> reaches ${Math.round(box.right)} of ${width}: ${element.textContent.trim().slice(0, 60)}`);
    if (['TD', 'TH', 'DD', 'DT'].includes(element.tagName) && getComputedStyle(element.closest('thead') ?? element).position !== 'absolute' && element.scrollWidth > element.clientWidth + 1) {
      problems.push(`<${element.tagName.toLowerCase()}> is wider than its place: ${element.textContent.trim().slice(0, 60)}`);
    }
  }
  return problems.slice(0, 5);
}

// In the page: what has to be there in every language, and what must not be.
function text() {
  const problems = [];
  const all = document.body.innerText;
  const need = (holds, what) => holds || problems.push(what);
  need(['en', 'es', 'pt-BR'].includes(document.documentElement.lang), `its language is '${document.documentElement.lang}'`);
  need(/\b[A-Z0-9-]+-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b/.test(document.querySelector('.number')?.innerText ?? ''), 'it has no number');
  need(document.querySelectorAll('h1').length === 1, 'it has not one first heading');
  need(document.querySelectorAll('script, img, link, iframe').length === 0, 'it loads something');
  need([...document.querySelectorAll('table')].every(table => table.querySelectorAll('thead th[scope=col]').length > 0 && [...table.querySelectorAll('tbody tr')].every(row => row.querySelector('th[scope=row]'))), 'a table lacks headers');
  need([...document.querySelectorAll('a[href^="#"]')].every(link => document.getElementById(link.getAttribute('href').slice(1))), 'a link leads nowhere');
  need([...document.querySelectorAll('.verdict')].every(verdict => /\p{L}/u.test(verdict.innerText)), 'a verdict has no word');
  need(['answer', 'facts', 'required', 'proof', 'behaviour'].every(id => document.getElementById(id)?.innerText.trim()), 'a section lacks its heading');
  need(!/\{\w+\}|undefined|\bnull\b|�/.test(all), `text was not filled in: ${all.match(/.{0,20}(\{\w+\}|undefined|\bnull\b|�).{0,20}/)?.[0]}`);
  return problems;
}
