/** A list of children that an agency hands in: uploaded, its columns confirmed, tried without writing, taken in row by row. Basis: mission row 5; domain.md §5. */
import type { ActorRole, Role } from '#kernel/access/roles.ts';
import { procedure } from '#kernel/procedures/declare.ts';
import { finish, halt, mapColumns, openList, previewed, run, takeFile, withdraw } from '../domain/lists/decide.ts';
import {
  CountsInput, EmptyListInput, listOutcomes, listProcedure, MapInput, OpenListInput, TakeFileInput, WithdrawListInput, type ListRecords,
} from '../domain/lists/inputs.ts';
import { listDecide, listWork } from '../terms.ts';

export const keepLists: readonly Role[] = ['guardianship-specialist', 'district-head', 'region-head', 'committee-duty'];
const escalation: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];
const asked = { accountable: 'guardianship-specialist', within: listDecide, escalation } as const;
const working = { accountable: 'guardianship-specialist', within: listWork, escalation } as const;
const program: readonly ActorRole[] = ['clock'];

export const list = procedure<ListRecords>({
  id: listProcedure,
  version: '2020-01-01',
  basis: [{ title: 'Mission row 5: one child is one child; lists of agencies' }, { title: 'domain.md §5 [K]: who keeps the register' }],
  subject: 'list',
  weighsDanger: false,
  classes: ['list'],
  stages: {
    awaited: asked,
    mapping: asked,
    trying: working,
    tried: asked,
    running: working,
    stopped: asked,
    closed: { final: true },
  },
  outcomes: listOutcomes,
  start: { by: keepLists, input: OpenListInput, open: (context, input) => openList(context, input as OpenListInput) },
  steps: {
    run: { from: ['tried'], to: ['running'], by: keepLists, input: EmptyListInput, decide: (context) => run(context) },
    'go-on': { from: ['stopped'], to: ['running'], by: keepLists, input: EmptyListInput, decide: (context) => halt(context, 'going') },
    map: { from: ['mapping', 'tried'], to: ['trying'], by: keepLists, input: MapInput, decide: (context, input) => mapColumns(context, input as MapInput) },
    'take-file': { from: ['awaited', 'mapping', 'tried'], to: ['mapping'], by: keepLists, input: TakeFileInput, decide: (context, input) => takeFile(context, input as TakeFileInput) },
    stop: { from: ['running'], to: ['stopped'], by: keepLists, input: EmptyListInput, decide: (context) => halt(context, 'stopped') },
    withdraw: { from: ['awaited', 'mapping', 'trying', 'tried', 'stopped'], to: ['closed'], by: keepLists, input: WithdrawListInput, decide: (context) => withdraw(context) },
    previewed: { from: ['trying'], to: ['tried'], by: program, input: CountsInput, decide: (context, input) => previewed(context, input as CountsInput) },
    finish: { from: ['running'], to: ['closed'], by: program, input: CountsInput, decide: (context, input) => finish(context, input as CountsInput) },
  },
  readers: [
    { role: 'guardianship-specialist', scope: 'district', classes: ['list'] },
    { role: 'district-head', scope: 'district', classes: ['list'] },
    { role: 'region-head', scope: 'region', classes: ['list'] },
    { role: 'committee-duty', scope: 'country', classes: ['list'] },
  ],
});
