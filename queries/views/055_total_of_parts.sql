-- A total and the parts that make it up; a set of parts counts only when whole.
create or replace view total_of_parts as
select total, total_unit as counted_unit, way, kind || '_' || suffix as part, parts
from (
    values
        ('don_tiep_nhan', 'đơn', 'tiep_nhan'), ('don_du_dieu_kien', 'đơn', 'du_dieu_kien'),
        ('don_thuoc_tham_quyen', 'đơn', 'thuoc_tham_quyen'), ('don_thu_ly', 'đơn', 'thuoc_tham_quyen'),
        ('don_da_giai_quyet', 'đơn', 'da_giai_quyet'), ('don_dang_giai_quyet', 'đơn', 'dang_giai_quyet'),
        ('vu_viec_tiep_nhan', 'vụ việc', 'tiep_nhan'),
        ('vu_viec_thuoc_tham_quyen', 'vụ việc', 'thuoc_tham_quyen'),
        ('vu_viec_da_giai_quyet', 'vụ việc', 'da_giai_quyet'),
        ('vu_viec_dang_giai_quyet', 'vụ việc', 'dang_giai_quyet')
) as total(total, total_unit, suffix)
cross join (
    values (1, 'kn', 3), (1, 'tc', 3), (1, 'knpa', 3), (2, 'kntc', 2), (2, 'knpa', 2)
) as kind(way, kind, parts)
union all
select 'don_dang_giai_quyet', 'đơn', 3, part, 2
from (values ('don_trong_han'), ('don_qua_han')) as open(part);
comment on view total_of_parts is 'one part in one way of making up a total';
