import { benchPlace } from './place.ts';
import { writeFileSync } from 'node:fs';
const place = await benchPlace({ shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track': 'all', 'pg_stat_statements.track_planning': 'on' });
writeFileSync('/tmp/prof/place.json', JSON.stringify({ folder: place.folder, ...place.cluster, pid: process.pid }));
process.on('SIGTERM', () => void place.end().then(() => process.exit(0)));
setInterval(() => undefined, 1e6);
