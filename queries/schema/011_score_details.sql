-- What stands beside the verified points of a criterion. Only verified points count (score.points).

alter table score add column self_points double;     -- as the unit marked itself; NULL: not said
alter table score add column council_points double;  -- as the appraisal council gave; NULL: not said
alter table score add column evidence varchar;       -- documents that show it, as written
