/** The rules for the diseases of travel and special exposure, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const travel = `
let $a 222@1y-4d 223@1y-4d..16y 224@1y-4d
antigen "Chikungunya" "Chikungunya"
  never 080 270
  series risk 1 "at risk 1 dose" rank A1 for 271@12y 272@12y 277@12y
   dose 1
    age 12y-4d 12y 12y
    give 329@12y
    take 317@18y-4d 329@12y-4d
antigen "Cholera" "Cholera"
  never 080 119
  series risk 1 "1 dose" rank A1 start ..65y for 008@2y..65y
   dose 1
    age 2y-4d 2y 2y
    give 174@6y..65y 174@2y..6y
    take 174@2y-4d
antigen "Ebola" "Ebola"
  never 080 123 124
  series risk 1 "at risk 1 dose" rank A1 for 182@18y 183@18y 184@18y 212@18y 213@18y
   dose 1
    age 18y-4d 18y 18y
    give 204@18y
    take 204@18y-4d
antigen "Japanese Encephalitis" "Japanese Encephalitis"
  never 080 082 115
  series risk 1 "at risk 2 doses" rank A1 for 165@2m 173@2m 174@2m
   dose 1
    age 2m-4d 2m 2m
    give 134@2m..3y 134@3y
    take 134@2m-4d
   dose 2
    gap previous 4w-4d 4w 4w
    give 134@2m..3y 134@3y
    take 134@2m-4d
   dose 3
    gap previous 12m-4d 12m 12m
    give 134@2m..3y 134@3y
    take 134@2m-4d
  series risk 1 "at risk 2 doses 18-65 y" rank A1 start ..66y for 165@18y..66y 173@18y..66y 174@18y..66y
   dose 1
    age 18y-4d 18y 18y
    give 134@3y
    take 134@2m-4d
   dose 2
    age - - - - 66y
    gap previous 7d 7d 7d 28d
    give 134@3y
    take 134@2m-4d
   dose 3
    gap previous 12m-4d 12m 12m
    give 134@2m..3y 134@3y
    take 134@2m-4d
antigen "TBE" "TBE"
  never 080 252
  series risk 1 "at risk 1-15 y 3 doses" rank A1 for 249@1y..16y 250@1y..16y
   dose 1
    age 1y-4d 1y 1y
    give 223@1y..16y
    take $a
   dose 2
    gap previous 4w-4d 4w 4w 12w
    give 223@1y..16y
    take $a
   dose 3
    gap previous 5m-4d 5m 5m 12m
    give 223@1y..16y
    take $a
   dose 4
    gap previous 3y-4d 3y 3y
    give 223@1y..16y
    take $a
  series risk 1 "at risk 16 y+ 3 doses" rank A1 for 249@16y 250@16y 251@16y
   dose 1
    age 1y-4d 16y 16y
    give 224@16y
    take $a
   dose 2
    gap previous 10d 14d 14d 3m
    give 224@16y
    take $a
   dose 3
    gap previous 5m-4d 5m 5m 12m
    give 224@16y
    take $a
   dose 4
    gap previous 3y-4d 3y 3y
    give 224@16y
    take $a
antigen "Typhoid" "Typhoid"
  never 029 030 080 084
  never 145 147 148 149 150 152 153 154 156 157 158 159 035 : 25
  series risk 1 "at risk 1 dose" product rank A for 051@18y 072@2y 163@2y
   dose 1
    age 2y-4d 2y 2y
    give 101@2y
    take 101@2y-4d
   dose 2
    gap previous 2y-4d 2y 2y
    give 101@2y
    take 101@2y-4d
    again
  series risk 1 "at risk 4 doses" product rank A for 051@18y 072@2y 163@2y
   dose 1
    age 6y-4d 6y 6y
    give 25@6y
    take 25@6y-4d
   dose 2
    gap previous 5y-4d 5y 5y
    give 25@6y
    take 25@6y-4d
    again
antigen "Yellow Fever" "Yellow Fever"
  never 080 099 101 102 105 145 146 147 148 150 153 154 156 157 158 159
  series risk 1 "at risk 1 dose" rank A1 for 045@9m 047@9m 052@18y 162@9m
   dose 1
    age 6m 9m 9m
    give 37@9m
    take 37@6m 183@6m 184@6m
`;
