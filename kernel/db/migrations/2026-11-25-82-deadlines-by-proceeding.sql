-- Each step and each read loads all deadlines of its proceeding, met ones too. The partial index of open ones does not
-- serve that: among a million deadlines a read took half a second.
create index deadline_proceeding on kernel.deadline (proceeding);
