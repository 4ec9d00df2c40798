/** The rules for Hib, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const hib = `
let $f 48@6w..5y 49@6w..5y 120@6w..5y
let $e 17@6w-4d 46@6w-4d 48@6w-4d 49@6w-4d
let $d $f 146@6w..5y
let $c 17@6w-4d 22@6w-4d 46@6w-4d 47@6w-4d 48@6w-4d 49@6w-4d 50@6w-4d 51@6w-4d 102@6w-4d 120@6w-4d 132@6w-4d 146@6w-4d 170@6w-4d 198@6w-4d
let $b 17@6w-4d 22@6w-4d 46@6w-4d 47@6w-4d 48@6w-4d 49@6w-4d 51@6w-4d 102@6w-4d 120@6w-4d 132@6w-4d 146@6w-4d 148@6w-4d..19m 170@6w-4d 198@6w-4d
let $a 17@6w-4d 22@6w-4d 46@6w-4d 47@6w-4d 48@6w-4d 49@6w-4d 50@12m-4d 51@6w-4d 102@6w-4d 120@6w-4d 132@6w-4d 146@6w-4d 148@6w-4d..19m 170@6w-4d 198@6w-4d
antigen "Hib" "Hib"
  never 080 098
  never 107 108 109 111 076 079 081 086 087 088 : 120 146
  never 110 097 : 146
  series standard 1 "start at 2 months 4 doses" default eq 2 rank A1 start ..7m-4d
   dose 1
    age 6w-4d 6w 2m 3m+4w 5y
    give $d
    take $b
   dose 2
    age 10w-4d 10w 4m 5m+4w 5y
    gap previous 4w-4d 4w 8w 16w
    give $d
    take $b
    skip evaluation age 15m-4d..
    skip forecast age 15m..
   dose 3
    age 14w-4d 14w 6m 7m+4w 5y
    gap previous 4w-4d 4w 8w 16w
    give $d
    take $a
    skip evaluation age 12m..
    skip evaluation age 12m-4d.. & since 8w-4d
    skip forecast age 12m..
   dose 4
    age 12m-4d 12m 12m 16m+4w 5y
    gap previous 8w-4d 8w 6m 10m+4w
    give $f
    take $a
  series standard 1 "start at 7 months 3 doses" eq 2 rank A3 start ..12m-4d
   dose 1
    age 7m-4d 7m - - 5y
    gap previous 4w-4d 4w
    give $d
    take $b
   dose 2
    age - - - - 5y
    gap previous 4w-4d 4w 4w 4w
    give $d
    take $a
    skip evaluation age 15m..
    skip evaluation age 15m-4d.. & since 8w-4d
    skip forecast age 15m..
   dose 3
    age 12m-4d 12m 12m 16m+4w 5y
    gap previous 8w-4d 8w 8w 8w
    give $f
    take $a
  series standard 1 "start at 12 months 2 doses" eq 2 rank A4 start ..15m-4d
   dose 1
    age 12m-4d 12m - - 5y
    gap previous 4w-4d 4w
    give $d
    take $a
   dose 2
    age - - - - 5y
    gap previous 8w-4d 8w 8w 8w
    give $f
    take $a
  series standard 1 "start at 15 months 1 dose" eq 2 rank A5
   dose 1
    age 15m-4d 15m - - 5y
    gap previous 8w-4d 8w
    give $f
    take $a
  series standard 1 "PRP-OMP 3 doses" product eq 2 rank A2
   dose 1
    age 6w-4d 6w 2m 3m+4w 5y
    give 49@6w..5y
    take 49@6w-4d 51@6w-4d
   dose 2
    age 10w-4d 10w 4m 5m+4w 5y
    gap previous 4w-4d 4w 8w 16w
    give 49
    take 49@6w-4d 51@6w-4d
   dose 3
    age 12m-4d 12m 12m 16m+4w 5y
    gap previous 8w-4d 8w 6m 10m+4w
    give $f
    take $a
  series risk 2 "at risk child 2 doses" rank B1 start ..5y for 146@12m..5y 151@12m..5y 154@12m..5y 155@12m..5y 159@12m..5y 160@12m..5y 168@12m..5y 186@12m..5y 259@12m..5y 273@12m..5y 274@12m..5y
   dose 1
    age 12m-4d 12m
    gap previous 8w-4d 8w 8w
    give $f
    take $c
    skip both count >1 at 6w-4d..12m
   dose 2
    gap previous 8w-4d 8w 8w
    give $f
    take $c
  series risk 2 "at risk 1 dose" eq 1 rank C1 for 002@15m 154@5y..19y 155@5y..19y 160@5y 186@5y..19y 259@5y
   dose 1
    age 15m-4d 15m 15m
    give 48@6w 49@6w
    take $c
  series risk 2 "at risk 3 doses" rank A1 for 004@6w
   dose 1
    age 6w-4d 6w
    gap obs 171 0d 6m 6m 12m
    give 48@6w 49@6w
    take $e
   dose 2
    gap previous 4w-4d 4w 4w
    give 48@6w 49@6w
    take $e
   dose 3
    gap previous 4w-4d 4w 4w
    give 48@6w 49@6w
    take $e
`;
