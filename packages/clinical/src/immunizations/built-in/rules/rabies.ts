/** The rules for Rabies, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const rabies = `
let $c 18@0d 90@0d 175@0d 176@0d
let $b forecast count >0 valid at 0d.. of 18 90 175 176 [2022-05-06..]
let $a evaluation count >0 valid on 2022-05-06.. of 18 90 175 176 [2022-05-06..]
antigen "Rabies" "Rabies"
  never 080 113
  series risk 1 "at risk continuous exposure" rank A1 for 053@0d 217@0d 218@0d
   dose 1
    age 0d 0d 0d
    give 175@0d 176@0d
    take $c
   dose 2
    gap previous 7d 7d 7d
    give 175@0d 176@0d
    take $c
   dose 3
    gap previous 14d 14d 14d 21d
    give 175@0d 176@0d
    take $c
    skip $a
    skip $b
   dose 4
    gap previous 6m 6m 6m
    give 175@0d 176@0d
    take $c
    again
  series risk 1 "at risk frequent exposure" rank B1 for 219@0d 220@0d 221@0d 222@0d
   dose 1
    age 0d 0d 0d
    give 175@0d 176@0d
    take $c
   dose 2
    gap previous 7d 7d 7d
    give 175@0d 176@0d
    take $c
   dose 3
    gap previous 14d 14d 14d 21d
    give 175@0d 176@0d
    take $c
    skip $a
    skip $b
   dose 4
    gap previous 2y 2y 2y
    give 175@0d 176@0d
    take $c
    again
  series risk 1 "at risk infrequent exposure" rank C1 for 062@0d 144@0d
   dose 1
    age 0d 0d 0d
    give 175@0d 176@0d
    take $c
   dose 2
    gap previous 7d 7d 7d
    give 175@0d 176@0d
    take $c
   dose 3
    gap previous 14d 14d 14d 21d
    give 175@0d 176@0d
    take $c
    skip $a
    skip $b
   dose 4
    gap previous 21d 21d 21d 3y
    give 175@0d 176@0d
    take $c
`;
