/** The rules for Meningococcal B, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const meningococcalB = `
let $g 162@10y* 316@10y..26y*
let $f 163@10y* 328@10y..26y*
let $e 162@10y-4d 316@10y-4d..26y
let $d 163@10y-4d 328@10y-4d..26y
let $c 162@10y 164@10y 316@10y-4d..26y
let $b 163@10y 164@10y 328@10y-4d..26y
let $a 002@10y 050@10y 070@10y 151@10y 160@10y 259@10y
antigen "Meningococcal B" "Meningococcal B"
  never 116 080
  never 117 : 328
  never 118 : 316
  series standard 1 "2 doses MenB-4C by shared decision" product eq 2 rank A
   dose 1
    age 10y-4d 16y 16y - 24y
    gap previous 0d 4w
    give 163@10y 328@10y..26y
    take $d
   dose 2
    age 10y-4d 16y 16y
    gap previous 0d 4w 4w [..2017-05-18]
    gap previous 4w-4d 4w 4w [2017-05-19..2024-10-24]
    gap previous 4m-4d 4m 4m [2024-10-25..]
    gap dose 1 6m-4d 6m 6m [2024-10-25..]
    give 163@10y*
    take $b
  series standard 1 "2 doses MenB-FHbp by shared decision" product eq 2 rank A
   dose 1
    age 10y-4d 16y 16y - 24y
    gap previous 0d 4w
    give 162@10y 316@10y..26y
    take $e
   dose 2
    age 10y-4d 16y 16y
    gap previous 4m-4d 4m 4m
    gap dose 1 6m-4d 6m 6m
    give 162@10y*
    take $c
  series standard 1 "3 doses MenB-4C by shared decision" product eq 2 rank A
   dose 1
    age 10y-4d 16y 16y - 24y
    gap previous 0d 4w
    give 163@10y 328@10y..26y
    take $d
   dose 2
    age 10y-4d 16y 16y
    gap previous 0d 4w 4w [..2017-05-18]
    gap previous 4w-4d 4w 4w [2017-05-19..]
    give 163@10y*
    take 163@10y
   dose 3
    age 10y-4d 16y 16y
    gap previous 4m-4d 4m 4m
    gap dose 1 0d 6m 6m
    fair dose 1 6m-4d
    give $f
    take $b
  series standard 1 "3 doses MenB-FHbp by shared decision" product rank A
   dose 1
    age 10y-4d 16y 16y - 24y
    gap previous 0d 4w
    give 162@10y 316@10y..26y
    take $e
   dose 2
    age 10y-4d 16y 16y
    gap previous 0d 4w 4w 8w [..2017-05-18]
    gap previous 4w-4d 4w 4w 8w [2017-05-19..]
    give 162@10y*
    take 162@10y
    skip evaluation since 6m
   dose 3
    age 10y-4d 16y 16y
    gap previous 0d 4m 4m [..2017-05-18]
    gap previous 4m-4d 4m 4m [2017-05-19..]
    gap dose 1 0d 6m 6m
    fair dose 1 6m-4d
    give $g
    take $c
  series risk 2 "at risk 3 doses MenB-4C" product rank A for $a
   dose 1
    age 10y-4d 10y 10y
    gap previous 0d 4w
    give 163@10y 328@10y..26y
    take $d
   dose 2
    gap previous 0d 4w 4w [..2017-05-18]
    gap previous 4w-4d 4w 4w [2017-05-19..]
    give 163@10y*
    take 163@10y 164@10y
    skip evaluation since 6m
   dose 3
    gap previous 4m-4d 4m 4m
    gap dose 1 0d 6m 6m
    fair dose 1 6m-4d
    give $f
    take $b
    skip both count =2 valid on ..2024-10-25 of 163 164
   dose 4
    gap previous 1y-4d 1y 1y
    give $f
    take $b
   dose 5
    gap previous 2y-4d 2y 2y 4y
    give $f
    take $b
    again
  series risk 2 "at risk 3 doses MenB-FHbp" product rank A for $a
   dose 1
    age 10y-4d 10y 10y
    gap previous 0d 4w
    give 162@10y 316@10y..26y
    take $e
   dose 2
    gap previous 0d 4w 4w 8w [..2017-05-18]
    gap previous 4w-4d 4w 4w 8w [2017-05-19..]
    give 162@10y*
    take 162@10y
    skip evaluation since 6m
   dose 3
    gap previous 0d 4m 4m [..2017-05-18]
    gap previous 4m-4d 4m 4m [2017-05-19..]
    gap dose 1 0d 6m 6m
    fair dose 1 6m-4d
    give $g
    take $c
   dose 4
    gap previous 1y-4d 1y 1y
    give $g
    take $c
   dose 5
    gap previous 2y-4d 2y 2y 4y
    give $g
    take $c
    again
`;
