/** The rules for Influenza, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const influenza = `
let $a 15 16 88 111 135 140 141 144 149 150 151 153 155 158 161 166 168 171 185 186 197 205 320 333
antigen "Influenza" "Influenza"
  never 085 080
  never 102 103 106 145 147 148 150 153 154 155 156 157 158 159 160 161 186 003 007 010 011 033 : 111 333
  never 192 : 111 135 140 141 168 333
  never 193 : 111 135 140 141 153 168 320 333
  never 194 : 111 135 140 333
  never 027 : 111@2y..4y 333@2y..4y
  never 034 : 111@2y..17y 333@2y..17y
  series standard 1 "routine" default rank A1
   dose 1
    age 6m-4d 6m 6m
    give 111@2y..50y 140/SKB@6m 140/PMC@6m 140/SEQ@3y 140/IDB@6m 153@6m 333@2y..50y
    take 15@6m-4d 16@6m-4d 88@6m-4d 111@6m-4d..50y 135@6m-4d 140@6m-4d 141@6m-4d 149@6m-4d..50y 150@6m-4d 151@6m-4d 153@6m-4d 155@6m-4d 158@6m-4d 161@6m-4d..3y 168@6m-4d 171@6m-4d 185@6m-4d 186@6m-4d 197@6m-4d 205@6m-4d 320@6m-4d 333@6m-4d..50y
    skip both age 9y..
    season 2025-07-01 2026-06-30 yearly
   dose 2
    gap previous 4w-4d 4w 4w
    give 111@2y..50y 135@65y 140/SKB@6m 140/PMC@6m 140/SEQ@3y 140/IDB@6m 153@6m 155@9y 168@65y 333@2y..50y
    take 15@6m-4d 16@6m-4d 88@6m-4d 111@6m-4d..50y 135@6m-4d 140@6m-4d 141@6m-4d 144@12y-4d..65y 149@6m-4d..50y 150@6m-4d 151@6m-4d 153@6m-4d 155@6m-4d 158@6m-4d 161@6m-4d..3y 166@12y-4d..65y 168@6m-4d 171@6m-4d 185@6m-4d 186@6m-4d 197@6m-4d 205@6m-4d 320@6m-4d 333@6m-4d..50y
    skip both count >1 valid on 2025-07-01..2026-06-30 yearly of $a
    skip both count >0 valid on 2025-07-01..2026-06-30 yearly of $a & count >0 at 9y.. of $a
    skip both count >0 valid on 2025-07-01..2026-06-30 yearly of $a & count >1 valid on ..2025-07-01 yearly of $a
    again
    season 2025-07-01 2026-06-30 yearly
`;
