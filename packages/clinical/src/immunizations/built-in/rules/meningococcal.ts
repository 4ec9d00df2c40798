/** The rules for Meningococcal, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const meningococcal = `
let $e 136@2m 203@2y 316@10y..26y 328@10y..26y
let $d 108@2m-4d 114@9m-4d 136@2m-4d 203@2y-4d
let $c 136@2m..56y 203@2y 316@10y..26y 328@10y..26y
let $b $d 316@10y-4d..26y 328@10y-4d..26y
let $a 108@2m-4d 114@9m-4d 136@2m-4d 147@2m-4d 203@2y-4d 316@10y-4d..26y 328@10y-4d..26y
antigen "Meningococcal" "Meningococcal"
  never 095 080
  never 117 : 136 328
  never 118 : 203 316
  series standard 1 "2 doses" default eq 2 rank A1
   dose 1
    age 10y 11y 11y 13y+4w 19y
    give 136@2m..56y 203@2y
    take $a
    skip evaluation age 16y-4d..
    skip forecast age 16y..
   dose 2
    age 16y-4d 16y 16y 17y+4w 22y
    gap cvx 316 328 : 8w-4d 6m 6m
    gap previous 8w-4d 8w 4y 6y+4w
    give $c
    take $a
  series risk 2 "at risk 2-23 month" rank A start ..24m for 070@2m 151@2m 154@2m 155@2m 160@2m 164@2m 186@2m 259@2m
   dose 1
    age 2m-4d 2m 2m
    give 136@2m..56y
    take 108@2m-4d 136@2m-4d
    skip both age 7m.. & count =0 valid at 2m..7m
   dose 2
    age - - 4m
    gap previous 8w-4d 8w 8w
    give 136@2m..56y 203@2y
    take $d
    skip both age 7m..
   dose 3
    age - - 6m
    gap previous 8w-4d 8w 8w
    give 136@2m 203@2y
    take $d
    skip both age 7m..
   dose 4
    age - - 7m
    gap previous 8w-4d 8w 8w
    give 136@2m 203@2y
    take $d
    skip both count >2 valid at 2m..7m | count >0 valid at 7m..
   dose 5
    age 12m-4d 12m 12m
    gap previous 12w-4d 12w 12w
    give $e
    take $b
   dose 6
    gap previous 3y-4d 3y 3y
    give $e
    take $b
    skip both count >0 valid at 7y..
   dose 7
    gap previous 5y-4d 5y 5y
    give $e
    take $b
    again
  series risk 2 "at risk Hib-MenCY-TT 4 doses" product rank A start ..16m for 070@2m 151@2m 160@2m 259@2m
   dose 1
    age 6w 2m 2m - 19m
    take 148@6w..19m
   dose 2
    age - - - - 19m
    gap previous 8w-4d 8w 8w
    take 148@6w..19m
    skip both age 19m..
   dose 3
    age - - - - 19m
    gap previous 8w-4d 8w 8w
    take 148@6w..19m
    skip both count =0 valid at 6w..12m
    skip both age 19m..
   dose 4
    age - - - - 19m
    gap previous 6m-4d 6m 6m
    take 148@6w..19m
    skip both count =0 valid at 6w..12m
    skip both age 19m..
   dose 5
    gap previous 3y-4d 3y 3y
    give $e
    take $b
    skip both count >0 valid at 7y..
   dose 6
    gap previous 5y-4d 5y 5y
    give $e
    take $b
    again
  series risk 2 "at risk 2 doses" rank A for 151@2y 154@2y 155@2y 160@2y 186@2y 259@2y
   dose 1
    age 2y-4d 2y 2y
    give $c
    take $b
   dose 2
    gap cvx 316 328 : 8w-4d 6m 6m
    gap previous 8w-4d 8w 8w 12w
    give $c
    take $b
   dose 3
    gap previous 3y-4d 3y 3y
    give $c
    take $b
    skip both count >0 valid at 7y..
   dose 4
    gap previous 5y-4d 5y 5y
    give $c
    take $b
    again
  series risk 2 "at risk 1 dose" rank B for 046@19y 050@19y 064@19y 070@2y 164@2y
   dose 1
    age 2y-4d 2y 2y
    give $c
    take 108@2m-4d 32@2y-4d 114@9m-4d 136@2m-4d 203@2y-4d 316@10y-4d..26y 328@10y-4d..26y
   dose 2
    gap previous 3y-4d 3y 3y
    give $c
    take $b
    skip both count >0 valid at 7y..
   dose 3
    gap previous 5y-4d 5y 5y
    give $e
    take $b
    again
`;
