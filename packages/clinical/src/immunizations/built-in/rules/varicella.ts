/** The rules for Varicella, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const varicella = `
let $a 21@12m-4d 94@12m-4d 121@12m-4d..50y
antigen "Varicella" "Varicella"
  immune 023 024 025
  born 1980-01-01 US unless 055 007 003
  never 007 012 031 080 089 102 107 125 126 127 128 129 130 131 132 133 134 135 136 137 138 139 140 141 147 148 150 153 154 156 157 158 159 168 246
  never 155 186 091 092 093 : 94
  series standard 1 "childhood 2 doses" default rank A1 start ..13y
   dose 1
    age 12m-4d 12m 12m 16m+4w
    give 21@12m 94@4y..13y
    take $a
   dose 2
    age 13m 15m 4y 7y+4w
    gap previous 12w-4d 12w 3y 6y+4w
    fair previous 4w
    give 21@12m 94@4y..13y
    take $a
  series standard 1 "13+ 2 doses" rank A2
   dose 1
    age 13y 13y 13y 13y
    give 21@12m
    take $a
   dose 2
    gap previous 4w-4d 4w 4w 8w
    give 21@12m
    take $a
`;
