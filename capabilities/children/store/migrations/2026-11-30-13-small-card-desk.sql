-- Of a child about whom nothing is recorded the agency can be asked that brought him in a list: the last one that did. A child of
-- a list of the population has none.
create or replace function children.small_card(who uuid) returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (select jsonb_build_object('open', null,
      'desk', (select jsonb_build_object('names', jsonb_build_object('kk', o.kk, 'ru', o.ru, 'en', o.en), 'phone', o.phone)
        from children.source s join kernel.organisation o on o.id = s.organisation where s.child = who order by s.at desc, o.id limit 1),
      'card', jsonb_build_object('names', children.spelt(c.id), 'born', c.born, 'precision', c.born_precision, 'sex', c.sex, 'district', c.district))
    from children.child c where c.id = who);
end $$;
