-- What the index of 26 November took the place of: the words of each name as a column with an index of its own, and what
-- searched them. `children.fold` stays: oversight compares staff with families by it (children.near_to_staff).
drop function children.find(text, date, text);
alter table children.child_name drop column words;
