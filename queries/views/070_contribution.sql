-- Series that run from the start of the year on the territory of one vintage. A unit's report stands for itself
-- ('own'). What its predecessors reported stands for it in the periods before it was founded ('old'). For a
-- unit founded within the year, flows are its own since then ('late') plus its predecessors' until the day
-- before ('adjoining'); stocks are end values, its own.

-- Accepted petitions include those carried over: the two stretches are not added up, accepted is all that was
-- settled plus what is open at the end.
create or replace view accepted_parts as
select * from (
    values
        ('don_thu_ly', 'don_da_giai_quyet', 'don_dang_giai_quyet'),
        ('vu_viec_thuoc_tham_quyen', 'vu_viec_da_giai_quyet', 'vu_viec_dang_giai_quyet'),
        ('kn_thuoc_tham_quyen', 'kn_da_giai_quyet', 'kn_dang_giai_quyet'),
        ('tc_thuoc_tham_quyen', 'tc_da_giai_quyet', 'tc_dang_giai_quyet'),
        ('kntc_thuoc_tham_quyen', 'kntc_da_giai_quyet', 'kntc_dang_giai_quyet'),
        ('knpa_thuoc_tham_quyen', 'knpa_da_giai_quyet', 'knpa_dang_giai_quyet')
) as accepted_parts(accepted, settled, open);
comment on view accepted_parts is 'what was accepted, as settled plus open at the end';

-- Other flows that begin with what was carried over: no identity settles them, so they aren't joined.
create or replace view carried_over as
select * from (values ('don_phai_xu_ly'), ('don_thuoc_tham_quyen')) as carried_over(indicator);
