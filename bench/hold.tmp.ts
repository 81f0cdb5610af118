import { benchPlace } from './place.ts';
import { writeFileSync } from 'node:fs';
const place = await benchPlace();
writeFileSync('/tmp/prof/place.json', JSON.stringify({ folder: place.folder, ...place.cluster, pid: process.pid }));
process.on('SIGTERM', () => void place.end().then(() => process.exit(0)));
setInterval(() => undefined, 1e6);
