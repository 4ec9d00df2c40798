/** The rules for HepA, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const hepa = `
let $d 31@12m-4d..19y 52@12m-4d 83@12m-4d..19y 85@12m-4d
let $c $d 104@18y-4d
let $b $d 104@12m-4d..19y
let $a 001@19y 015@19y 036@19y 040@19y 044@19y 059@19y 070@19y 121@19y 142@19y 154@19y 155@19y 175@19y 185@19y 186@19y
antigen "HepA" "HepA"
  immune 018
  never 080 096 107 112
  never 110 097 : 104
  series standard 1 "2 doses" default eq 2 rank A1 start ..19y
   dose 1
    age 12m-4d 12m 12m 24m+4w 19y
    give 52@19y 83@12m..19y
    take $b
   dose 2
    age 18m-4d 18m 18m
    gap previous 6m-4d 6m 6m 19m+4w
    fair dose 1 6m-4d
    give 52@19y 83@12m..19y
    take $b
  series risk 2 "at risk 2 doses" eq 1 rank A1 for $a
   dose 1
    age 12m-4d 19y 19y
    give 52@19y 83@12m..19y
    take $d
   dose 2
    gap previous 6m-4d 6m 6m
    fair dose 1 6m-4d
    give 52@19y
    take $d
  series risk 2 "at risk Twinrix 3 doses" product eq 1 rank A2 for $a
   dose 1
    age 18y-4d 19y 19y
    give 104@18y*
    take 104@18y-4d
   dose 2
    gap previous 4w-4d 4w 4w
    give 104@18y*
    take $c
   dose 3
    gap previous 5m-4d 5m 5m
    gap dose 1 6m-4d 6m 6m
    give 104@18y*
    take $c
  series risk 2 "at risk Twinrix secondary 3 doses" eq 1 rank A3 for $a
   dose 1
    age 12m-4d 19y 19y
    take $d
   dose 2
    gap previous 4w-4d 4w 4w
    give 104@18y*
    take 104@18y-4d
   dose 3
    gap previous 5m-4d 5m 5m
    gap dose 1 6m-4d 6m 6m
    give 104@18y*
    take $c
  series evaluation-only 2 "at risk Twinrix tertiary 3 doses" eq 1 rank A4
   dose 1
    age 18y-4d 19y 19y
    take $d
   dose 2
    gap previous 4w-4d 4w 4w
    take $d
   dose 3
    gap previous 5m-4d 5m 5m
    gap dose 1 6m-4d 6m 6m
    take $c
  series risk 2 "at risk Twinrix 4 doses" product eq 1 rank A5 for $a
   dose 1
    age 18y-4d 19y 19y
    give 104@18y*
    take 104@18y-4d
   dose 2
    gap previous 7d 7d 7d
    give 104@18y*
    take 104@18y-4d
   dose 3
    gap previous 14d 14d 14d 23d
    give 104@18y*
    take 104@18y-4d
   dose 4
    gap dose 1 12m-4d 12m 12m
    give 104@18y*
    take $c
  series risk 3 "at risk 1 dose" rank A1 start ..12m for 048@6m..12m
   dose 1
    age 6m-4d 6m 6m 12m 12m
    give 83@6m..19y
    take 31@6m-4d..19y 52@6m-4d 83@6m-4d..19y 85@6m-4d 104@6m-4d
`;
