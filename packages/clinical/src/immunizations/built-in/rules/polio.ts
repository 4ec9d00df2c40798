/** The rules for Polio, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const polio = `
let $e 10@6w 110@6w..7y 120@6w..5y 130@4y..7y
let $d 10@6w 110@6w..7y 120@6w..5y 146@6w..5y
let $c $e 146@6w..5y
let $b 02@6w-4d 10@6w-4d 89@6w-4d 110@6w-4d 120@6w-4d 130@6w-4d 132@6w-4d 146@6w-4d 170@6w-4d 195@6y-4d
let $a $b 324@6w-4d
antigen "Polio" "Polio"
  never 081 080 107 108 109 111
  never 110 097 : 110 146
  never 076 079 086 087 088 : 110 120 130 146
  never 098 : 120 146
  series standard 1 "4 doses" default rank A1
   dose 1
    age 6w-4d 6w 2m 3m+4w 18y
    give $d
    take $b
    bad 178 179 182
   dose 2
    age 10w-4d 10w 4m 5m+4w
    gap previous 4w-4d 4w 8w 13w
    give $d
    take $b
    bad 178 179 182
   dose 3
    age 14w-4d 14w 6m 19m+4w
    gap previous 4w-4d 4w 8w 15m+4w
    give $d
    take $b
    bad 178 179 182
    skip evaluation age 4y..
    skip evaluation age 4y-4d.. & since 6m-4d
    skip forecast age 4y..
   dose 4
    age 18w-4d 18w 4y 7y+4w [..2009-08-06]
    age 4y-4d 4y 4y 7y+4w [2009-08-07..]
    gap previous 4w-4d 4w 3y 6y+4w [..2009-08-06]
    gap previous 6m-4d 6m 3y 6y+4w [2009-08-07..]
    give $e
    take $b
    bad 178 179 182
  series standard 1 "5 doses" rank A2
   dose 1
    age 6w-4d 6w 2m 3m+4w 18y
    give $d
    take $b
    bad 178 179 182
   dose 2
    age 10w-4d 10w 4m 5m+4w
    gap previous 4w-4d 4w 8w 13w
    give $d
    take $b
    bad 178 179 182
   dose 3
    age 14w-4d 14w 6m 19m+4w
    gap previous 4w-4d 4w 8w 15m+4w
    give $d
    take $b
    bad 178 179 182
    skip evaluation age 4y..
    skip evaluation age 4y-4d.. & since 6m-4d
    skip forecast age 4y..
   dose 4
    gap previous 0d 0d 0d
    give $c
    take $b
    bad 178 179 182
    skip both age 4y..
   dose 5
    age 4y-4d 4y 4y 7y+4w
    gap previous 6m-4d 6m 3y 6y+4w
    give $e
    take $b
    bad 178 179 182
  series standard 1 "adult catch-up" rank A3
   dose 1
    age 18y-4d 18y 18y
    give 10@6w
    take $b
    bad 178 179 182
   dose 2
    age 18y-4d 18y 18y
    gap previous 4w-4d 4w 4w 8w
    give 10@6w
    take $b
    bad 178 179 182
   dose 3
    age 18y-4d 18y 18y
    gap previous 6m-4d 6m 6m 12m
    give 10@6w
    take $b
    bad 178 179 182
  series standard 1 "fIPV" rank A4
   dose 1
    age 6w-4d 6w - - 18y
    take 324@6w-4d
    bad 178 179 182
   dose 2
    age 6w-4d 6w 2m 3m+4w 18y
    gap previous 4w-4d 4w 8w 13w
    give $d
    take $a
    bad 178 179 182
   dose 3
    age 10w-4d 10w 4m 5m+4w
    gap previous 4w-4d 4w 8w 13w
    give $d
    take $b
    bad 178 179 182
   dose 4
    age 14w-4d 14w 6m 19m+4w
    gap previous 4w-4d 4w 8w 15m+4w
    give $d
    take $b
    bad 178 179 182
    skip evaluation age 4y..
    skip evaluation age 4y-4d.. & since 6m-4d
    skip forecast age 4y..
   dose 5
    age 18w-4d 18w 4y 7y+4w [..2009-08-06]
    age 4y-4d 4y 4y 7y+4w [2009-08-07..]
    gap previous 4w-4d 4w 3y 6y+4w [..2009-08-06]
    gap previous 6m-4d 6m 3y 6y+4w [2009-08-07..]
    give $e
    take $b
    bad 178 179 182
  series standard 1 "fIPV secondary" rank A5
   dose 1
    age 6w-4d 6w - - 18y
    take 324@6w-4d
    bad 178 179 182
   dose 2
    age 6w-4d 6w 2m 3m+4w 18y
    gap previous 4w-4d 4w 8w 13w
    give $d
    take $a
    bad 178 179 182
   dose 3
    age 10w-4d 10w 4m 5m+4w
    gap previous 4w-4d 4w 8w 13w
    give $d
    take $b
    bad 178 179 182
   dose 4
    age 14w-4d 14w 6m 19m+4w
    gap previous 4w-4d 4w 8w 15m+4w
    give $d
    take $b
    bad 178 179 182
    skip evaluation age 4y..
    skip evaluation age 4y-4d.. & since 6m-4d
    skip forecast age 4y..
   dose 5
    gap previous 0d 0d 0d
    give $c
    take $b
    bad 178 179 182
    skip both age 4y..
   dose 6
    age 4y-4d 4y 4y 7y+4w
    gap previous 6m-4d 6m 3y 6y+4w
    give $e
    take 02@6w-4d 10@6w-4d 110@6w-4d 120@6w-4d 130@6w-4d 132@6w-4d 146@6w-4d 170@6w-4d 195@6y-4d
    bad 178 179 182
  series risk 2 "at risk adult" rank A1 for 054@18y 056@18y 143@18y
   dose 1
    age 18y-4d 18y 18y
    give 10@6w
    take $b
    bad 178 179 182
    skip both done 1
   dose 2
    age 18y-4d 18y 18y
    gap previous 4w-4d 4w 4w 8w
    give 10@6w
    take $b
    bad 178 179 182
    skip both done 1
   dose 3
    age 18y-4d 18y 18y
    gap previous 4w-4d 6m 6m 12m
    give 10@6w
    take $b
    bad 178 179 182
`;
