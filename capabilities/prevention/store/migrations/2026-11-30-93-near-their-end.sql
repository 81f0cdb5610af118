-- What ends by itself is looked for at each tick (ending.ts): among its own few deadlines, not among all there are.
create index deadline_ends on kernel.deadline (due_at) where key in ('majority', 'stage:in-force') and state in ('running', 'breached');
