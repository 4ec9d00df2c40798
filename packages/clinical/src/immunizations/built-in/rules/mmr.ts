/** The rules for measles, mumps and rubella, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const mmr = `
let $d 03@12m-4d 07@12m-4d 38@12m-4d 94@12m-4d
let $c 03@12m-4d 04@12m-4d 05@12m-4d 94@12m-4d
let $b 048@18y 055@18y 063@18y 073@18y 078@18y 155@18y
let $a 03@12m-4d 04@12m-4d 06@12m-4d 38@12m-4d 94@12m-4d
antigen "Measles" "MMR"
  immune 020
  born 1957-01-01 - unless 055
  never 007 012 031 080 091 092 093 102 107 125 126 127 128 129 130 131 132 133 134 135 136 137 138 139 140 141 147 148 150 153 154 156 157 158 159 168 246
  never 155 186 089 : 94
  series standard 1 "2 doses" default rank A1
   dose 1
    age 12m-4d 12m 12m 16m+4w
    give 03@12m 94@4y..13y
    take $c
   dose 2
    age 13m-4d 13m 4y 7y+4w
    gap previous 4w-4d 4w 3y 6y+4w
    give 03@12m 94@4y..13y
    take $c
    skip both age 19y-4d..
  series risk 2 "at risk 1 dose" rank A1 start ..12m for 048@6m..12m 275@6m..12m
   dose 1
    age 6m-4d 6m 6m 12m 12m
    give 03@6m
    take 03@6m-4d 04@6m-4d 05@6m-4d
  series risk 3 "at risk 2 doses" rank A1 for 048@18y 055@18y 063@18y 073@18y 077@18y 155@18y
   dose 1
    age 12m-4d 18y 18y
    give 03@12m
    take $c
   dose 2
    gap previous 4w-4d 4w 4w
    give 03@12m
    take $c
  series risk 3 "at risk 2 doses ART" rank A1 for 026
   dose 1
    age 12m-4d 12m 12m
    gap obs 120 0d 6m 6m
    give 03@12m
    take $c
   dose 2
    gap previous 4w-4d 4w 4w
    give 03@12m
    take $c
antigen "Mumps" "MMR"
  immune 021
  born 1957-01-01 - unless 055
  never 007 012 031 080 091 092 093 102 107 125 126 127 128 129 130 131 132 133 134 135 136 137 138 139 140 141 147 148 150 153 154 156 157 158 159 168 246
  never 155 186 089 : 94
  series standard 1 "2 doses" default rank A1
   dose 1
    age 12m-4d 12m 12m 16m+4w
    give 03@12m 94@4y..13y
    take $d
   dose 2
    age 13m-4d 13m 4y 7y+4w
    gap previous 4w-4d 4w 3y 6y+4w
    give 03@12m 94@4y..13y
    take $d
    skip both age 19y-4d..
  series risk 2 "at risk 1 dose" rank A1 start ..12m for 048@6m..12m
   dose 1
    age 6m-4d 6m 6m 12m 12m
    give 03@6m
    take 03@6m-4d 07@6m-4d 38@6m-4d 94@6m-4d
  series risk 3 "at risk 2 doses" rank A1 for $b
   dose 1
    age 12m-4d 18y 18y
    give 03@12m
    take $d
   dose 2
    gap previous 4w-4d 4w 4w
    give 03@12m
    take $d
  series risk 3 "at risk 2 doses ART" rank A1 for 026
   dose 1
    age 12m-4d 12m 12m
    gap obs 120 0d 6m 6m
    give 03@12m
    take $d
   dose 2
    gap previous 4w-4d 4w 4w
    give 03@12m
    take $d
antigen "Rubella" "MMR"
  immune 022
  born 1957-01-01 - unless 055
  never 007 012 031 080 091 092 093 102 107 125 126 127 128 129 130 131 132 133 134 135 136 137 138 139 140 141 147 148 150 153 154 156 157 158 159 168 246
  never 155 186 089 : 94
  series standard 1 "2 doses" default rank A1
   dose 1
    age 12m-4d 12m 12m 16m+4w
    give 03@12m 94@4y..13y
    take $a
   dose 2
    age 13m-4d 13m 4y 7y+4w
    gap previous 4w-4d 4w 3y 6y+4w
    give 03@12m 94@4y..13y
    take $a
    skip both age 19y-4d..
  series risk 2 "at risk 1 dose" rank A1 start ..12m for 048@6m..12m
   dose 1
    age 6m-4d 6m 6m 12m 12m
    give 03@6m
    take 03@6m-4d 04@12m-4d 06@12m-4d 38@6m-4d 94@6m-4d
  series risk 3 "at risk 2 doses" rank A1 for $b
   dose 1
    age 12m-4d 18y 18y
    give 03@12m
    take $a
   dose 2
    gap previous 4w-4d 4w 4w
    give 03@12m
    take $a
  series risk 3 "at risk 2 doses ART" rank A1 for 026
   dose 1
    age 12m-4d 12m 12m
    gap obs 120 0d 6m 6m
    give 03@12m
    take $a
   dose 2
    gap previous 4w-4d 4w 4w
    give 03@12m
    take $a
`;
