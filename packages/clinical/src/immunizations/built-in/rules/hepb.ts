/** The rules for HepB, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const hepb = `
let $k 43@0d 44@0d 189@18y-4d
let $j 43/SKB@20y 44@20y 189@18y
let $i 43@0d 104@18y-4d 220@18y-4d
let $h 08@0d..20y 43@20y 44@20y 189@18y
let $g 08@0d..20y 110@6w..7y 146@6w..5y 189@18y
let $f 08@0d..20y 43@20y 44@20y 110@6w..7y 146@6w..5y
let $e $f 189@18y
let $d 08@0d..20y 42@0d 43@0d 44@0d 45@0d 51@0d 102@0d 110@0d 132@0d 146@0d 104@0d 189@18y-4d 198@0d 220@18y-4d
let $c 08@0d..20y 42@0d..20y 43@0d 44@0d 45@0d 51@0d..20y 102@0d..20y 104@0d 110@0d..20y 132@0d..20y 146@0d..20y 198@0d..20y 220@18y-4d
let $b 08@0d..20y 42@0d..20y 43@0d 44@0d 45@0d 51@0d..20y 102@0d..20y 104@0d 110@0d..20y 132@0d..20y 146@0d..20y 189@18y-4d 198@0d..20y 220@18y-4d
let $a 005@60y 014@60y 015@60y 032@60y 036@60y 037@60y 038@60y 039@60y 041@60y 055@60y 057@60y 058@60y 065@60y 069@60y 071@60y 154@60y 155@60y 166@60y 186@60y
antigen "HepB" "HepB"
  immune 019
  never 097 080 110
  never 107 : 104 110 146
  never 108 109 111 076 079 081 086 087 088 : 110 146
  never 112 096 : 104
  never 098 : 146
  series standard 1 "3 doses" default eq 2 rank A1 start ..19y
   dose 1
    age 0d 0d 0d 4w
    give $e
    take $b
   dose 2
    age 4w-4d 4w 1m 3m+4w
    gap previous 4w-4d 4w 4w 5m+4w
    give $e
    take $b
   dose 3
    age 24w-4d 24w 6m 19m+4w
    gap previous 8w-4d 8w 8w 18m+4w
    gap dose 1 16w-4d 16w
    give $e
    take $b
  series standard 1 "4 doses" eq 2 rank A2 start ..19y
   dose 1
    age 0d 0d 0d 4w
    give $g
    take $b
   dose 2
    age 4w-4d 4w 1m 3m+4w
    gap previous 4w-4d 4w 4w 5m+4w
    give $g
    take $b
   dose 3
    gap previous 0d 0d 0d
    give $g
    take $b
   dose 4
    age 24w-4d 24w 6m 19m+4w
    gap dose 2 8w-4d 8w
    gap dose 1 16w-4d 16w
    give $g
    take $b
  series standard 1 "adolescent 2 doses" eq 2 rank A3 start ..16y-4m
   dose 1
    age 11y-4d 11y 11y
    give 43/MSD*
   dose 2
    age - - - - 16y
    gap previous 4m-4d 4m 4m 7m+4w
    give 43/MSD*
  series standard 1 "19+ 3 doses" eq 2 rank A4
   dose 1
    age 19y 19y 19y
    give $h
    take $b
   dose 2
    gap previous 4w-4d 4w 4w
    give $h
    take $b
   dose 3
    gap previous 8w-4d 8w
    gap dose 1 16w-4d 16w 6m
    give $h
    take $b
  series standard 1 "19+ 4 doses" eq 2 rank A5
   dose 1
    age 19y 19y 19y
    give $h
    take $b
   dose 2
    gap previous 4w-4d 4w 4w
    give $h
    take $b
   dose 3
    gap previous 0d 0d 0d
    give $h
    take $b
   dose 4
    gap dose 2 8w-4d 8w
    gap dose 1 16w-4d 16w 6m
    give $h
    take $b
  series standard 1 "Heplisav-B 2 doses" product eq 2 rank A6
   dose 1
    age 18y-4d 18y 18y
    gap previous 0d 0d
    give 189@18y
    take 189@18y-4d
   dose 2
    gap previous 4w-4d 4w 4w 8w
    fair dose 1 4w-4d
    give 189@18y
    take 189@18y-4d
  series standard 1 "Heplisav-B secondary 4 doses" eq 2 rank A7
   dose 1
    age 0d 0d
    give $f
    take $c
   dose 2
    age 18y-4d 18y 18y
    gap previous 0d 0d
    give 189@18y
    take 189@18y-4d
   dose 3
    gap previous 4w-4d 4w
    give $h
    take $b
   dose 4
    gap dose 2 8w-4d 8w
    gap dose 1 16w-4d 16w
    fair dose 2 4w-4d
    give 189@18y*
    take 189@18y-4d
    skip both count >1 at 18y-4d.. of 189
  series standard 1 "Heplisav-B tertiary 4 doses" eq 2 rank A8
   dose 1
    age 18y-4d 18y 18y
    gap previous 0d 0d
    give 189@18y
    take 189@18y-4d
   dose 2
    gap previous 4w-4d 4w
    give 08@0d..20y 43@20y 44@20y
    take $c
   dose 3
    gap previous 4w-4d 4w
    give $h
    take $b
   dose 4
    gap previous 0d 4w 4w 8w
    fair dose 1 4w-4d
    give 189@18y*
    take 189@18y-4d
    skip both count >1 at 18y-4d.. of 189
  series standard 1 "Twinrix 3 doses" product eq 2 rank A9
   dose 1
    age 18y-4d 18y 18y
    give 104@18y*
    take 104@18y-4d
   dose 2
    gap previous 4w-4d 4w 4w
    give 104@18y*
    take 104@18y-4d
   dose 3
    gap previous 5m-4d 5m 5m
    gap dose 1 6m-4d 6m 6m
    give 104@18y*
    take $i
  series standard 1 "Twinrix 4 doses" product eq 2 rank A10 start ..60y
   dose 1
    age 18y-4d 18y 18y - 60y
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
    take $i
  series risk 2 "at risk 3 doses" eq 1 rank B1 for $a
   dose 1
    age 0d 60y 60y
    give 43@20y
    take $b
   dose 2
    gap previous 4w-4d 4w 4w
    give 43@20y
    take $b
   dose 3
    gap previous 8w-4d 8w
    gap dose 1 16w-4d 16w 6m
    give 43@20y
    take $b
  series risk 2 "at risk Heplisav-B 2 doses" product eq 1 rank B2 for $a
   dose 1
    age 18y-4d 60y 60y
    give 189@18y
    take 189@18y-4d
   dose 2
    gap previous 4w-4d 4w 4w 8w
    fair dose 1 4w-4d
    give 189@18y
    take 189@18y-4d
  series risk 2 "at risk Heplisav-B secondary 4 doses" eq 1 rank B3 for $a
   dose 1
    age 0d 60y 60y
    give $f
    take $c
   dose 2
    age 18y-4d 60y 60y
    gap previous 0d 0d
    give 189@18y
    take 189@18y-4d
   dose 3
    gap previous 4w-4d 4w
    give 43@20y 44@20y 189@18y
    take $b
   dose 4
    gap dose 2 8w-4d 8w
    gap dose 1 16w-4d 16w
    fair dose 2 4w-4d
    give 189@18y*
    take 189@18y-4d
    skip both count >1 at 18y-4d.. of 189
  series risk 2 "at risk Heplisav-B tertiary 4 doses" eq 1 rank B4 for $a
   dose 1
    age 18y-4d 60y 60y
    gap previous 0d 0d
    give 189@18y
    take 189@18y-4d
   dose 2
    gap previous 4w-4d 4w
    give 43@20y 44@20y
    take 08@0d..20y 42@0d..20y 43@0d 44@0d 45@0d 51@0d 102@0d..20y 104@0d 110@0d..20y 132@0d..20y 146@0d..20y 198@0d..20y 220@18y-4d
   dose 3
    gap previous 4w-4d 4w
    give 43@20y 44@20y 189@18y
    take $b
   dose 4
    gap previous 0d 4w 4w 8w
    fair dose 1 4w-4d
    give 189@18y*
    take 189@18y-4d
    skip both count >1 at 18y-4d.. of 189
  series risk 2 "at risk Twinrix 3 doses" product eq 1 rank B5 for $a
   dose 1
    age 18y-4d 60y 60y
    give 104@18y*
    take 104@18y-4d
   dose 2
    gap previous 4w-4d 4w 4w
    give 104@18y*
    take 104@18y-4d
   dose 3
    gap previous 5m-4d 5m 5m
    gap dose 1 6m-4d 6m 6m
    give 104@18y*
    take $i
  series risk 2 "at risk Twinrix 4 doses" product eq 1 rank B6 for $a
   dose 1
    age 18y-4d 60y 60y
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
    take $i
  series risk 2 "at risk Dialysis 4 doses" default rank A1 for 032@20y
   dose 1
    age 0d 20y 20y
    give 43/SKB@20y
    take $d
    skip both done 1
   dose 2
    gap previous 4w-4d 4w 4w
    give 43/SKB@20y
    take $d
    skip both done 1
   dose 3
    gap previous 4w-4d 4w 4w
    give 43/SKB@20y
    take $d
    skip both done 1
    skip both count >1 valid of 189
   dose 4
    gap previous 8w-4d 8w
    gap dose 1 16w-4d 16w 6m
    give 43/SKB@20y
    take $d
    skip both done 1
    skip both count =2 valid of 08 42 43 44 45 51 102 104 110 132 146 189 198 220 & count =2 valid of 189
   dose 5
    gap previous 0d 1y 1y
    give $j
    take $k
    again
  series risk 2 "at risk Recombivax 3 doses" product rank A2 for 032@20y
   dose 1
    age 0d 20y 20y
    give 44@20y
    take 44@0d
    skip both done 1
   dose 2
    gap previous 4w-4d 4w 4w
    give 44@20y
    take 44@0d
    skip both done 1
   dose 3
    gap previous 8w-4d 8w
    gap dose 1 16w-4d 16w 6m
    give 44@20y*
    take 44@0d
    skip both done 1
   dose 4
    gap previous 0d 1y 1y
    give $j
    take $k
    again
`;
