-- title: Dialogues of leaders with the people
-- grain: one dialogue of one standing report
-- params:
--   place varchar: unit_key of a province, district or commune; its vintage fixes the units
--   period varchar: a named period, '2026-m09'
--   only_confirmed boolean: without rows that nobody confirmed
-- columns:
--   report_id varchar
--   ordinal integer
--   unit_key varchar: the unit whose report lists it
--   name varchar: that unit's name
--   kind varchar: that unit's kind
--   topic varchar
--   chaired_by varchar: the post, as written
--   held_on date
--   attended bigint (people)
--   opinions bigint (opinions)
--   settled bigint (opinions): settled or answered
--   quote varchar: the row's words
--   sheet varchar
--   cell varchar
--   passage integer
--   state varchar: form
--   illustrative boolean

with dialogue as (
    select * from form_list_of_place('dialogue', $place, $only_confirmed) where period = $period
),
final as (
    select
        dialogue.report_id, dialogue.ordinal, dialogue.unit_key, unit.name, unit.kind, dialogue.topic,
        dialogue.chaired_by, dialogue.held_on, dialogue.attended::bigint as attended,
        dialogue.opinions::bigint as opinions, dialogue.settled::bigint as settled,
        dialogue.quote, dialogue.sheet, dialogue.cell, dialogue.passage, dialogue.state, dialogue.illustrative
    from dialogue
    join unit using (unit_key)
    order by dialogue.held_on desc nulls last, unit.name, dialogue.report_id, dialogue.ordinal
)
select * from final
