/** The rules for diphtheria, tetanus and pertussis, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const dtap = `
let $p 09 113 115 138 139 196
let $o 20@6w..7y 106@6w..7y 130@4y..7y
let $n 20@6w..7y 106@6w..7y 120@6w..5y
let $m 20@6w..7y 106@6w..7y 110@6w..7y 120@6w..5y 146@6w..5y
let $l 01 11 20 22 50 102 106 107 110 115 120 130 132 146 170 198
let $k forecast count >5 of $l
let $j forecast count >5 of 01 09 20 22 28 50 102 106 107 110 113 115 120 130 132 138 139 146 170 195 196 198
let $i forecast count >5 of 01 09 20 22 28 35 50 102 106 107 110 113 115 120 130 132 138 139 146 170 195 196 198
let $h both count =4 valid & count >0 valid at 4y-4d.. of 01 20 22 50 102 106 107 110 115 120 130 132 146 170 198
let $g both count =3 valid & count >0 valid at 7y.. of 01 20 22 50 102 106 107 110 115 120 130 132 146 170 198 & count =0 at ..12m-4d
let $f $h & count =0 at ..12m-4d
let $e 01@6w-4d 20@6w-4d 22@6w-4d 50@6w-4d 102@6w-4d 106@6w-4d 107@6w-4d 110@6w-4d 120@6w-4d 130@6w-4d 132@6w-4d 146@6w-4d 170@6w-4d 198@6w-4d
let $d 01@6w-4d 20@6w-4d 22@6w-4d 50@6w-4d 102@6w-4d 106@6w-4d 107@6w-4d 110@6w-4d 115@12m-4d 120@6w-4d 130@6w-4d 132@6w-4d 146@6w-4d 170@6w-4d 198@6w-4d
let $c 01@6w-4d 20@6w-4d 22@6w-4d 28@6w-4d 50@6w-4d 102@6w-4d 106@6w-4d 107@6w-4d 110@6w-4d 120@6w-4d 130@6w-4d 132@6w-4d 146@6w-4d 170@6w-4d 195@6y-4d 198@6w-4d
let $b 01@6w-4d 09@12m-4d 20@6w-4d 22@6w-4d 28@6w-4d 50@6w-4d 102@6w-4d 106@6w-4d 107@6w-4d 110@6w-4d 113@12m-4d 115@12m-4d 120@6w-4d 130@6w-4d 132@6w-4d 138@12m-4d 139@12m-4d 146@6w-4d 170@6w-4d 195@6y-4d 196@12m-4d 198@6w-4d
let $a 01@6w-4d 09@12m-4d 20@6w-4d 22@6w-4d 28@6w-4d 35@12m-4d 50@6w-4d 102@6w-4d 106@6w-4d 107@6w-4d 110@6w-4d 113@12m-4d 115@12m-4d 120@6w-4d 130@6w-4d 132@6w-4d 138@12m-4d 139@12m-4d 146@6w-4d 170@6w-4d 195@6y-4d 196@12m-4d 198@6w-4d
antigen "Diphtheria" "DTaP/Tdap/Td"
  never 080 087 088 117 118
  never 107 108 109 111 081 : 110 120 130 146
  never 110 097 : 110 146
  never 076 079 086 : 20 106 110 115 120 130 146
  never 098 : 146
  series standard 1 "routine" default rank A1 start ..12m-4d
   dose 1
    age 6w-4d 6w 2m 3m+4w
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $j
   dose 2
    age 10w-4d 10w 4m 5m+4w
    gap previous 4w-4d 4w 8w 13w
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $j
   dose 3
    age 14w-4d 14w 6m 7m+4w
    gap previous 4w-4d 4w 8w 13w
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $j
   dose 4
    age 12m-4d 15m 15m 19m+4w
    gap previous 6m-4d 6m 6m 13m+4w
    fair previous 4m-4d
    give $n
    take $b
    skip evaluation age 4y-4d..
    skip forecast age 4y..
    skip $j
   dose 5
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w
    give $o
    take $b
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $j
   dose 6
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w
    give $o
    take $b
    skip evaluation age 7y..
    skip evaluation count >4 valid at 0d..
    skip forecast age 0d..
   dose 7
    age 7y 7y 7y 7y
    gap previous 0d 0d 0d - first
    give 09@7y 113@7y 115@7y
    take $b
    skip both count =2 valid
    skip both count =3 valid
    skip $h
    skip both count >4 valid
   dose 8
    age 7y 7y 7y 7y
    gap previous 4w-4d 4w 4w 4w first
    give 09@7y 113@7y 115@7y
    take $b
    skip both count >2 valid
   dose 9
    age 7y 7y 7y 7y
    gap previous 6m-4d 6m 6m 6m first
    give 09@7y 113@7y 115@7y
    take $b
    skip both count >3 valid
   dose 10
    age 10y 11y 11y 13y+4w
    give 09@7y 113@7y 115@7y
    take $b
    skip both count >0 valid at 10y..
   dose 11
    gap previous 0d 5y 10y 10y+4w
    give 09@7y 113@7y 115@7y
    take $b
    again
  series standard 1 "start at 12 months" rank A2
   dose 1
    age 12m-4d 12m
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $j
   dose 2
    gap previous 4w-4d 4w 4w 4w
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $j
   dose 3
    gap previous 4w-4d 4w 4w 4w
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $j
   dose 4
    age 12m-4d 15m 15m 19m+4w
    gap previous 6m-4d 6m 6m 13m+4w
    fair previous 4m-4d
    give $n
    take $b
    skip evaluation age 4y-4d..
    skip forecast age 4y..
    skip $j
   dose 5
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w
    give $o
    take $b
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $j
   dose 6
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w
    give $o
    take $b
    skip evaluation age 7y..
    skip evaluation count >4 valid at 0d..
    skip forecast age 0d..
   dose 7
    age 7y 7y 7y 7y
    gap previous 0d 0d 0d - first
    give 09@7y 113@7y 115@7y
    take $b
    skip both count =1 valid & count =0 at ..12m-4d
    skip both count =2 valid & count =0 at ..12m-4d
    skip $g
    skip $f
    skip both count >4 valid & count =0 at ..12m-4d
   dose 8
    age 7y 7y 7y 7y
    gap previous 4w-4d 4w 4w 4w first
    give 09@7y 113@7y 115@7y
    take $b
    skip both count >1 valid
   dose 9
    age 7y 7y 7y 7y
    gap previous 6m-4d 6m 6m 6m first
    give 09@7y 113@7y 115@7y
    take $b
    skip both count >2 valid
   dose 10
    age 10y 11y 11y 13y+4w
    give 09@7y 113@7y 115@7y
    take $b
    skip both count >0 valid at 10y..
   dose 11
    gap previous 0d 5y 10y 10y+4w
    give 09@7y 113@7y 115@7y
    take $b
    again
antigen "Pertussis" "DTaP/Tdap/Td"
  never 086 087 088 080 117 118
  never 107 108 109 111 081 : 110 120 130 146
  never 110 097 : 110 146
  never 076 079 : 20 106 110 115 120 130 146
  never 098 : 120 146
  series standard 1 "routine" default rank A1 start ..12m-4d
   dose 1
    age 6w-4d 6w 2m 3m+4w
    give $m
    take $e
    bad 115
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $k
   dose 2
    age 10w-4d 10w 4m 5m+4w
    gap previous 4w-4d 4w 8w 13w first
    give $m
    take $e
    bad 115
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $k
   dose 3
    age 14w-4d 14w 6m 7m+4w
    gap previous 4w-4d 4w 8w 13w first
    give $m
    take $e
    bad 115
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $k
   dose 4
    age 12m-4d 15m 15m 19m+4w
    gap previous 6m-4d 6m 6m 13m+4w first
    fair previous 4m-4d
    give $n
    take $d
    skip evaluation age 4y-4d..
    skip forecast age 4y..
    skip $k
   dose 5
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w first
    give $o
    take $d
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $k
   dose 6
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w
    give $o
    take $d
    skip evaluation age 7y..
    skip evaluation count >4 valid at 0d..
    skip forecast age 0d..
   dose 7
    age 7y 7y 7y 7y
    gap previous 0d 0d 0d - first
    give 115@7y
    take $d
    skip both count =2 valid
    skip both count =3 valid
    skip both count =4 valid & count >0 valid at 4y-4d.. of $l
    skip both count >4 valid
   dose 8
    age 7y 7y 7y 7y
    gap previous 4w-4d 4w 4w - first
    give 115@7y
    take $d
    skip both count >2 valid
    skip both count >0 at 7y.. of 09 113 138 139 196
    skip forecast count >0 valid at 7y..
   dose 9
    age 7y 7y 7y 7y
    gap previous 6m-4d 6m 6m - first
    give 115@7y
    take $d
    skip both count >3 valid
    skip both count >1 at 7y.. of 09 113 138 139 196
    skip forecast count >0 valid at 7y..
   dose 10
    age 10y 11y 11y 13y+4w
    gap cvx 09 28 35 113 138 139 : 6m-4d 6m 6m - first
    give 115@7y
    take $d
    skip both count >3 valid
    skip both count >0 valid at 10y..
   dose 11
    age 10y 11y 11y 13y+4w
    gap cvx 09 28 35 113 138 139 : 0d 0d - - first
    give 115@7y
    take $d
    skip both count >0 valid at 10y..
  series standard 1 "start at 12 months" rank A2
   dose 1
    age 12m-4d 12m
    give $m
    take $e
    bad 115
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $k
   dose 2
    gap previous 4w-4d 4w 4w 4w first
    give $m
    take $e
    bad 115
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $k
   dose 3
    gap previous 4w-4d 4w 4w 4w first
    give $m
    take $e
    bad 115
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $k
   dose 4
    age 12m-4d 15m 15m 19m+4w
    gap previous 6m-4d 6m 6m 13m+4w first
    fair previous 4m-4d
    give $n
    take $d
    skip evaluation age 4y-4d..
    skip forecast age 4y..
    skip $k
   dose 5
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w first
    give $o
    take $d
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $k
   dose 6
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w
    give $o
    take $d
    skip evaluation age 7y..
    skip evaluation count >4 valid at 0d..
    skip forecast age 0d..
   dose 7
    age 7y 7y 7y 7y
    gap previous 0d 0d 0d - first
    give 115@7y
    take $d
    skip both count =1 valid & count =0 at ..12m-4d
    skip both count =2 valid & count =0 at ..12m-4d
    skip both count =3 valid & count >0 valid at 7y.. of $l & count =0 at ..12m-4d
    skip both count =4 valid & count >0 valid at 4y-4d.. of $l & count =0 at ..12m-4d
    skip both count >4 valid & count =0 at ..12m-4d
   dose 8
    age 7y 7y 7y 7y
    gap previous 4w-4d 4w 4w - first
    give 115@7y
    take $d
    skip both count >1 valid
    skip both count >0 at 7y.. of 09 113 138 139 196
    skip forecast count >0 valid at 7y..
   dose 9
    age 7y 7y 7y 7y
    gap previous 6m-4d 6m 6m - first
    give 115@7y
    take $d
    skip both count >2 valid
    skip both count >1 at 7y.. of 09 113 138 139 196
    skip forecast count >0 valid at 7y..
   dose 10
    age 10y 11y 11y 13y+4w
    gap cvx 09 28 35 113 138 139 : 6m-4d 6m 6m - first
    give 115@7y
    take $d
    skip both count >2 valid
    skip both count >0 valid at 10y..
   dose 11
    age 10y 11y 11y 13y+4w
    gap cvx 09 28 35 113 138 139 : 0d 0d - - first
    give 115@7y
    take $d
    skip both count >0 valid at 10y..
  series risk 2 "at risk 1 dose" rank A1 for 007
   dose 1
    gap obs 170 0d 27w 27w 36w
    give 115@7y
antigen "Tetanus" "DTaP/Tdap/Td"
  never 087 088 080 117 118
  never 107 108 109 111 081 : 110 120 130 146
  never 110 097 : 110 146
  never 076 079 086 : 20 106 110 115 120 130 146
  never 098 : 120 146
  series standard 1 "routine" default rank A1 start ..12m-4d
   dose 1
    age 6w-4d 6w 2m 3m+4w
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $i
   dose 2
    age 10w-4d 10w 4m 5m+4w
    gap previous 4w-4d 4w 8w 13w
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $i
   dose 3
    age 14w-4d 14w 6m 7m+4w
    gap previous 4w-4d 4w 8w 13w
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $i
   dose 4
    age 12m-4d 15m 15m 19m+4w
    gap previous 6m-4d 6m 6m 13m+4w
    fair previous 4m-4d
    give $n
    take $a
    skip evaluation age 4y-4d..
    skip forecast age 4y..
    skip $i
   dose 5
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w
    give $o
    take $a
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $i
   dose 6
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w
    give $o
    take $b
    skip evaluation age 7y..
    skip evaluation count >4 valid at 0d..
    skip forecast age 0d..
   dose 7
    age 7y 7y 7y 7y
    gap previous 0d 0d 0d - first
    give 09@7y 113@7y 115@7y
    take $a
    skip both count =2 valid
    skip both count =3 valid
    skip $h
    skip both count >4 valid
   dose 8
    age 7y 7y 7y 7y
    gap previous 4w-4d 4w 4w 4w first
    give 09@7y 113@7y 115@7y
    take $a
    skip both count >2 valid
   dose 9
    age 7y 7y 7y 7y
    gap previous 6m-4d 6m 6m 6m first
    give 09@7y 113@7y 115@7y
    take $a
    skip both count >3 valid
   dose 10
    age 10y 11y 11y 13y+4w
    give 09@7y 113@7y 115@7y
    take $a
    skip both count >0 valid at 10y..
   dose 11
    gap previous 0d 5y 10y 10y+4w
    give 09@7y 113@7y 115@7y
    take $a
    again
  series standard 1 "start at 12 months" rank A2
   dose 1
    age 12m-4d 12m
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $i
   dose 2
    gap previous 4w-4d 4w 4w 4w
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $i
   dose 3
    gap previous 4w-4d 4w 4w 4w
    give $m
    take $c
    bad $p
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $i
   dose 4
    age 12m-4d 15m 15m 19m+4w
    gap previous 6m-4d 6m 6m 13m+4w
    fair previous 4m-4d
    give $n
    take $a
    skip evaluation age 4y-4d..
    skip forecast age 4y..
    skip $i
   dose 5
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w
    give $o
    take $a
    skip evaluation age 7y..
    skip forecast age 7y..
    skip $i
   dose 6
    age 4y-4d 4y 4y 7y
    gap previous 6m-4d 6m 3y 4y+4w
    give $o
    take $b
    skip evaluation age 7y..
    skip evaluation count >4 valid at 0d..
    skip forecast age 0d..
   dose 7
    age 7y 7y 7y 7y
    gap previous 0d 0d 0d - first
    give 09@7y 113@7y 115@7y
    take $a
    skip both count =1 valid & count =0 at ..12m-4d
    skip both count =2 valid & count =0 at ..12m-4d
    skip $g
    skip $f
    skip both count >4 valid & count =0 at ..12m-4d
   dose 8
    age 7y 7y 7y 7y
    gap previous 4w-4d 4w 4w 4w first
    give 09@7y 113@7y 115@7y
    take $a
    skip both count >1 valid
   dose 9
    age 7y 7y 7y 7y
    gap previous 6m-4d 6m 6m 6m first
    give 09@7y 113@7y 115@7y
    take $a
    skip both count >2 valid
   dose 10
    age 10y 11y 11y 13y+4w
    give 09@7y 113@7y 115@7y
    take $a
    skip both count >0 valid at 10y..
   dose 11
    gap previous 0d 5y 10y 10y+4w
    give 09@7y 113@7y 115@7y
    take $a
    again
`;
