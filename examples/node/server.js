// The clinic as it runs in production.
import { start } from './src/app.js';

await start(process.env);
