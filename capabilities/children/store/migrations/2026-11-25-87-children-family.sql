-- The children of one family as the register knows it: rows that are the same child, and whoever lives with him or is his
-- brother or sister, however far it goes. Not for the application: functions that protect a child ask it with the owner's rights.
create function children.family(who uuid) returns table (child uuid, itself boolean) language sql stable as $$
  with recursive same(id) as (
    select who
    union
    select case when s.child = n.id then s.same else s.child end
    from same n join children.same_child s on s.ended_at is null and (s.child = n.id or s.same = n.id)
  ),
  kin(id) as (
    select id from same
    union
    select o.id from kin k cross join lateral (
      select case when s.child = k.id then s.same else s.child end as id
        from children.same_child s where s.ended_at is null and (s.child = k.id or s.same = k.id)
      union all
      select case when r.child = k.id then r.other else r.child end
        from children.relation r where r.other is not null and (r.child = k.id or r.other = k.id) and (r.household or r.kind = 'sibling')
    ) o
  )
  select k.id, k.id in (select s.id from same s) from kin k
$$;
revoke all on function children.family(uuid) from public;
