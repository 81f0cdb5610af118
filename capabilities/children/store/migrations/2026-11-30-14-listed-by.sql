-- Whoever is found tells the agency in a place that no change of the search takes away: a function of its own.
drop function if exists children.small_card(uuid);
-- Of a child about whom nothing is recorded, for those who keep the register: the agency that brought him in a list, the last one.
create function children.listed_by(who uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('names', jsonb_build_object('kk', o.kk, 'ru', o.ru, 'en', o.en), 'phone', o.phone)
  from children.source s join kernel.organisation o on o.id = s.organisation
  where s.child = who and children.is_listed(who) order by s.at desc, o.id limit 1
$$;
create or replace function children.seen_of(hit jsonb, calls boolean) returns jsonb language plpgsql stable as $$
declare who uuid := hit ->> 'id'; card jsonb;
begin
  if calls then return hit || jsonb_build_object('card', null, 'small', false, 'desk', null, 'open', children.open_of(who)); end if;
  if (hit -> 'small')::boolean then return hit || jsonb_build_object('desk', children.listed_by(who)); end if;
  select jsonb_build_object('names', children.spelt(c.id), 'born', c.born, 'precision', c.born_precision, 'sex', c.sex, 'district', c.district) into card
    from children.child c where c.id = who;
  return hit || jsonb_build_object('card', card, 'open', null, 'desk', case when card is null then children.desk_of(who) end);
end $$;
revoke all on function children.listed_by(uuid) from public;
grant execute on function children.listed_by(uuid) to qorgan_app;
