/** The rules for Pneumococcal, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const pneumococcal = `
let $o 33@2y* 216@6w* 327@19y*
let $n 215@6w* 216@6w* 327@19y*
let $m 33@65y 216@6w-4d 327@19y-4d
let $l 33@2y-4d 216@6w-4d 327@19y-4d
let $k 133@6w-4d 215@6w-4d 216@6w-4d
let $j 215@6w-4d 216@6w-4d 327@19y-4d
let $i 133@6w-4d $j
let $h both done 1 & count >2 at 6w-4d..24m of 100 109 133 152 215 177 216
let $g 100@6w-4d 109@6w-4d 133@6w-4d 152@6w-4d 177@6w-4d 215@6w-4d 216@6w-4d
let $f 014@19y 015@19y 016@19y 017@19y 027@19y 042@19y 043@19y 214@19y 215@19y
let $e forecast count >0 at 6y-4d.. of 133 & count =0 valid at 6y-4d.. of 215 216 327
let $d 010@2y..6y 011@2y..6y 014@2y..6y 015@2y..6y 016@2y..6y 017@2y..6y 161@2y..6y 214@2y..6y 215@2y..6y 253@2y..6y
let $c both done 1 & count =0 at 6w-4d..12m-4d of 100 109 133 152 215 177 216 & count >1 at 12m-4d..24m of 100 109 133 152 215 177 216
let $b 032@19y 145@19y 146@19y 147@19y 148@19y 151@19y 153@19y 154@19y 155@19y 156@19y 157@19y 158@19y 159@19y 160@19y 167@19y 178@19y 179@19y 180@19y 181@19y 186@19y 216@19y 259@19y 279@19y
let $a 032@6y..19y 145@6y..19y 146@6y..19y 147@6y..19y 148@6y..19y 151@6y..19y 153@6y..19y 154@6y..19y 155@6y..19y 156@6y..19y 157@6y..19y 158@6y..19y 159@6y..19y 160@6y..19y 167@6y..19y 178@6y..19y 179@6y..19y 180@6y..19y 181@6y..19y 186@6y..19y 216@6y..19y 259@6y..19y 279@6y..19y
antigen "Pneumococcal" "Pneumococcal"
  never 094 080
  never 117 : 215 216 327
  series standard 1 "4 doses" default eq 2 rank A1 start ..12m-4d
   dose 1
    age 6w-4d 6w 2m 3m+4w 5y
    give 215@6w* 216@6w*
    take $g
    bad 33
   dose 2
    age 10w-4d 10w 4m 5m+4w 5y
    gap previous 4w-4d 4w 8w 13w
    give 215@6w* 216@6w*
    take $g
    bad 33
    skip evaluation age 24m-4d..
    skip forecast age 24m..
   dose 3
    age 14w-4d 14w 6m 7m+4w 5y
    gap previous 4w-4d 4w 8w 13w
    give 215@6w* 216@6w*
    take $g
    bad 33
    skip evaluation age 12m..
    skip evaluation age 12m-4d.. & since 8w-4d
    skip forecast age 12m..
   dose 4
    age 12m-4d 12m 12m 16m+4w 5y
    gap previous 8w-4d 8w 6m 7m+4w
    give 215@6w* 216@6w*
    take $g
    bad 33
   dose 5
    age - - - - 5y
    gap previous 8w-4d 8w 8w 8w
    give 215@6w* 216@6w*
    take $k
    bad 33
    skip both count >0 valid at 6w-4d.. of 133 215 216
  series standard 1 "dose 2 at 7 months" eq 2 rank A2 start ..12m-4d
   dose 1
    age 6w-4d 6w 2m 3m+4w 5y
    give 215@6w* 216@6w*
    take $g
    bad 33
   dose 2
    age 10w-4d 10w 4m 5m+4w 5y
    gap previous 4w-4d 4w 8w 13w
    give 215@6w* 216@6w*
    take $g
    bad 33
    skip both age 7m-4d..
   dose 3
    age 14w-4d 14w 6m 7m+4w 5y
    gap previous 4w-4d 4w 8w 13w
    give 215@6w* 216@6w*
    take $g
    bad 33
   dose 4
    age 12m-4d 12m 12m 16m+4w 5y
    gap previous 8w-4d 8w 6m 7m+4w
    give 215@6w* 216@6w*
    take $g
    bad 33
   dose 5
    age - - - - 5y
    gap previous 8w-4d 8w 8w 8w
    give 215@6w* 216@6w*
    take $k
    bad 33
    skip both count >0 valid at 6w-4d.. of 133 215 216
  series standard 1 "start at 12 months" eq 2 rank A3 start ..24m-4d
   dose 1
    age 12m-4d 12m 12m 12m 5y
    gap previous 4w-4d 4w 4w 4w
    give 215@6w* 216@6w*
    take $g
    bad 33
   dose 2
    age - - - - 5y
    gap previous 8w-4d 8w 8w 8w
    give 215@6w* 216@6w*
    take $g
    bad 33
   dose 3
    age - - - - 5y
    gap previous 8w-4d 8w 8w 8w
    give 215@6w* 216@6w*
    take $k
    bad 33
    skip both count >0 valid at 12m-4d.. of 133 215 216
  series standard 1 "start at 24 months" eq 2 rank A4
   dose 1
    age 24m-4d 24m 24m 24m 5y
    gap previous 8w-4d 8w
    give 215@6w* 216@6w*
    take $g
    bad 33
   dose 2
    age - - - - 5y
    gap previous 8w-4d 8w 8w 8w
    give 215@6w* 216@6w*
    take $k
    bad 33
    skip both count >0 valid at 24m-4d.. of 133 215 216
  series risk 2 "at risk 2-5 y chronic illness PCV-PCV-PPSV" rank B1 start ..6y for $d
   dose 1
    age 2y 2y 2y
    gap cvx 133 215 216 : 8w-4d 8w 8w
    give 215@6w* 216@6w*
    take $k
    skip $c
    skip $h
   dose 2
    gap previous 8w-4d 8w 8w
    give 215@6w* 216@6w*
    take $k
    skip $c
    skip $h
   dose 3
    gap previous 8w-4d 8w 8w
    give 33@2y* 216@6w*
    take 33@2y-4d 216@6w-4d
    skip both count >0 at 6w-4d.. of 33 216
  series risk 2 "at risk 2-5 y chronic illness PCV-PPSV-PCV" rank B2 start ..6y for $d
   dose 1
    age 2y 2y 2y
    gap cvx 133 215 216 : 8w-4d 8w 8w
    give 215@6w* 216@6w*
    take $k
    skip $c
    skip $h
   dose 2
    gap previous 8w-4d 8w 8w
    give 33@2y*
    take 33@2y-4d
   dose 3
    gap previous 8w-4d 8w 8w
    give 215@6w* 216@6w*
    take $k
    skip $c
    skip $h
  series risk 2 "at risk 2-5 y chronic illness PPSV-PCV-PCV" rank B3 start ..6y for $d
   dose 1
    age 2y 2y 2y
    gap previous 8w-4d 8w 8w
    give 33@2y*
    take 33@2y-4d
   dose 2
    gap previous 8w-4d 8w 8w
    give 215@6w* 216@6w*
    take $k
    skip $c
    skip $h
   dose 3
    gap previous 8w-4d 8w 8w
    give 215@6w* 216@6w*
    take $k
    skip $c
    skip $h
  series risk 2 "at risk 2-5 y 4 doses" rank A1 start ..6y for 032@2y..6y 145@2y..6y 146@2y..6y 147@2y..6y 148@2y..6y 151@2y..6y 153@2y..6y 154@2y..6y 155@2y..6y 156@2y..6y 157@2y..6y 158@2y..6y 159@2y..6y 160@2y..6y 167@2y..6y 178@2y..6y 179@2y..6y 180@2y..6y 186@2y..6y 216@2y..6y 259@2y..6y 279@2y..6y
   dose 1
    age 2y 2y 2y
    gap cvx 133 215 216 : 8w-4d 8w 8w
    give 215@6w* 216@6w*
    take $k
    skip $c
    skip $h
   dose 2
    gap previous 8w-4d 8w 8w
    give 215@6w* 216@6w*
    take $k
    skip $c
    skip $h
   dose 3
    gap previous 0d 8w 8w
    give 33@2y* 216@6w*
    take 33@2y-4d 216@6w-4d
    skip both count >0 at 6w-4d.. of 33 216
   dose 4
    gap previous 0d 5y 5y
    give 33@2y* 216@6w*
    take 33@2y-4d 216@6w-4d
    skip both count >1 at 6w-4d.. of 33 | count >0 at 6w-4d.. of 216
  series risk 2 "at risk 6-18 y 2 doses PCV-PPSV" rank B1 start ..19y for 010@6y..19y 011@6y..19y 014@6y..19y 015@6y..19y 016@6y..19y 017@6y..19y 042@19y..19y 043@19y..19y 161@6y..19y 214@6y..19y 215@6y..19y 253@6y..19y
   dose 1
    age 2y-4d 6y 6y
    give 215@6w* 216@6w*
    take $k
    skip both count >0 at 6w-4d.. of 133 215 216
   dose 2
    age 2y-4d 6y
    gap previous 0d 8w 8w
    give 216@6w* 33@2y*
    take 33@2y-4d 216@6w-4d
    skip both count >0 at 2y-4d.. of 216
  series risk 2 "at risk 6-18 y 2 doses PPSV-PCV" rank B2 start ..19y for 010@6y..19y 011@6y..19y 014@6y..19y 015@6y..19y 016@6y..19y 017@6y..19y 161@6y..19y 214@6y..19y 215@6y..19y 253@6y..19y
   dose 1
    age 2y-4d 6y 6y
    give 33@2y*
    take 33@2y-4d
   dose 2
    gap previous 0d 8w 8w
    give 215@6w* 216@6w*
    take $k
    skip both count >0 at 6w-4d.. of 133 215 216
  series risk 2 "at risk 6-18 y immunocompromised PCV-PPSV-PPSV" rank A1 start ..19y for $a
   dose 1
    age 2y-4d 6y 6y
    give 215@6w* 216@6w*
    take $k
    skip both count >0 at 6w-4d.. of 133 215 216
   dose 2
    gap previous 0d 8w 8w
    give 216@6w* 33@2y*
    take 33@2y-4d 216@6w-4d
    skip both count >0 at 6y-4d.. of 216
   dose 3
    gap previous 0d 5y 5y
    give 33@2y* 216@6w*
    take 33@2y-4d 216@6w-4d
    skip both count >0 valid at 6y-4d.. of 215 216
  series risk 2 "at risk 6-18 y immunocompromised PPSV-PCV-PPSV" rank A2 start ..19y for $a
   dose 1
    age 2y-4d 6y 6y
    give 33@2y*
    take 33@2y-4d
   dose 2
    gap previous 0d 8w 8w
    give 215@6w* 216@6w*
    take $k
    skip both count >0 at 6w-4d.. of 133 215 216
   dose 3
    gap dose 1 0d 5y 5y
    gap previous 0d 8w 8w
    give 33@2y* 216@6w*
    take 33@2y-4d 216@6w-4d
    skip both count >0 valid at 6y-4d.. of 215 216
  series risk 2 "at risk 6-18 y immunocompromised PPSV-PPSV-PCV" rank A3 start ..19y for $a
   dose 1
    age 2y-4d 6y 6y
    give 33@2y*
    take 33@2y-4d
   dose 2
    gap previous 0d 5y 5y
    give 33@2y*
    take 33@2y-4d
   dose 3
    gap previous 0d 8w 8w
    give 215@6w* 216@6w*
    take $k
    skip both count >0 at 6w-4d.. of 133 215 216
  series risk 2 "at risk 19+ chronic illness PCV-PPSV" rank C1 for $f
   dose 1
    age 2y-4d 19y 19y
    give $n
    take $i
    skip both count >0 at 6w-4d.. of 133 215 216 327
   dose 2
    age 2y-4d 19y
    gap previous 0d 1y 1y
    give $o
    take $l
    skip both count >0 at 2y-4d.. of 216
    skip both count >0 at 19y-4d.. of 327
   dose 3
    age 50y 50y 50y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $m
    skip both count >0 at 65y.. of 33
    skip both count >0 valid at 6y-4d.. of 215 216 327
   dose 4
    age 65y 65y 65y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $j
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
    skip $e
  series risk 2 "at risk 19+ y chronic illness PPSV-PCV" rank C2 for $f
   dose 1
    age 2y-4d 19y 19y
    give 33@2y*
    take 33@2y-4d
   dose 2
    age 2y-4d 19y
    gap previous 0d 1y 1y
    give $n
    take $i
    skip both count >0 at 6w-4d.. of 133 215 216 327
   dose 3
    age 50y 50y 50y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $m
    skip both count >0 at 65y.. of 33
    skip both count >0 valid at 6y-4d.. of 215 216 327
   dose 4
    age 65y 65y 65y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $j
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
    skip $e
  series risk 2 "at risk 19+ y CSF Leaks or Cochlear Implants PCV-PPSV" rank B1 for 010@19y 011@19y
   dose 1
    age 2y-4d 19y 19y
    give $n
    take $i
    skip both count >0 at 6w-4d.. of 133 215 216 327
   dose 2
    age 2y-4d 19y
    gap cvx 133 : 0d 8w 8w
    gap cvx 215 : 0d 8w 1y
    give $o
    take $l
    skip both count >0 at 2y-4d.. of 216
    skip both count >0 at 19y-4d.. of 327
   dose 3
    age 19y
    gap previous 0d 5y 5y
    give 216@19y* 327@19y*
    take $m
    skip both count >0 at 65y.. of 33
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
   dose 4
    age 65y 65y 65y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $j
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
    skip $e
  series risk 2 "at risk 19+ y CSF Leaks or Cochlear Implants PPSV-PCV" rank B2 for 010@19y 011@19y
   dose 1
    age 2y-4d 19y 19y
    give 33@2y*
    take 33@2y-4d
   dose 2
    age 2y-4d 19y
    gap previous 0d 1y 1y
    give $n
    take $i
    skip both count >0 at 6w-4d.. of 133 215 216 327
   dose 3
    age 19y
    gap previous 0d 5y 5y
    give 216@19y* 327@19y*
    take $m
    skip both count >0 at 65y.. of 33
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
   dose 4
    age 65y 65y 65y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $j
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
    skip $e
  series risk 2 "at risk 19+ y immunocompromised PCV-PPSV-PPSV" rank A1 for $b
   dose 1
    age 2y-4d 19y 19y
    give $n
    take $i
    skip both count >0 at 6w-4d.. of 133 215 216 327
   dose 2
    age 2y-4d 19y
    gap cvx 133 : 0d 8w 8w
    gap cvx 215 : 0d 8w 1y
    give $o
    take $l
    skip both count >0 at 6y-4d.. of 216
    skip both count >0 at 19y-4d.. of 327
   dose 3
    age 2y-4d 19y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $l
    skip both count >0 at 65y.. of 33
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
   dose 4
    age 19y
    gap previous 0d 5y 5y
    give 216@19y* 327@19y*
    take $m
    skip both count >0 at 65y.. of 33
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
   dose 5
    age 65y 65y 65y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $j
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
    skip $e
  series risk 2 "at risk 19+ y immunocompromised PPSV-PCV-PPSV" rank A2 for $b
   dose 1
    age 2y-4d 19y 19y
    give 33@2y*
    take 33@2y-4d
   dose 2
    age 2y-4d 19y
    gap previous 0d 1y 1y
    give $n
    take $i
    skip both count >0 at 6w-4d.. of 133 215 216 327
   dose 3
    age 2y-4d 19y
    gap dose 1 0d 5y 5y
    gap previous 0d 8w 8w
    give 216@6w* 327@19y*
    take $l
    skip both count >0 at 65y.. of 33
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
   dose 4
    age 19y
    gap previous 0d 5y 5y
    give 216@19y* 327@19y*
    take $m
    skip both count >0 at 65y.. of 33
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
   dose 5
    age 65y 65y 65y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $j
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
    skip $e
  series risk 2 "at risk 19+ y immunocompromised PPSV-PPSV-PCV" rank A3 for $b
   dose 1
    age 2y-4d 19y 19y
    give 33@2y*
    take 33@2y-4d
   dose 2
    age 2y-4d 19y
    gap previous 0d 5y 5y
    give 33@2y*
    take 33@2y-4d
   dose 3
    age 2y-4d 19y
    gap previous 0d 1y 1y
    give $n
    take $i
    skip both count >0 at 6w-4d.. of 133 215 216 327
   dose 4
    age 19y
    gap previous 0d 5y 5y
    give 216@19y* 327@19y*
    take $m
    skip both count >0 at 65y.. of 33
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
   dose 5
    age 65y 65y 65y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $j
    skip both count >0 valid at 6y-4d.. of 215 216
    skip both count >0 valid at 19y-4d.. of 327
    skip $e
  series standard 3 "50+ 1 dose PCV" default eq 2 rank A1
   dose 1
    age 19y 50y 50y
    gap cvx 33 : 0d 1y 1y
    give $n
    take $j
   dose 2
    age 19y 50y
    gap cvx 133 215 216 : 0d 1y 1y
    gap cvx 33 : 0d 5y 5y 5y
    give 33@2y*
    take $l
    skip both count >0 valid at 6y-4d.. of 216 327
  series standard 3 "50+ 2 doses PCV13" eq 2 rank A2
   dose 1
    age 19y 50y 50y
    gap cvx 33 : 0d 1y 1y
    take 133@6w-4d
   dose 2
    age 19y 50y
    gap cvx 133 215 216 : 0d 1y 1y
    gap cvx 33 : 0d 5y 5y 5y
    give 216@6w* 327@19y*
    take $l
   dose 3
    age 50y 50y 50y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $l
    skip both count >0 at 65y.. of 33
    skip both count >0 valid at 6y-4d.. of 215 216 327
   dose 4
    age 65y 65y 65y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $j
    skip both count >0 valid at 6y-4d.. of 215 216 327
    skip $e
  series standard 3 "50+ 2 doses PPSV23-PCV" eq 2 rank A3
   dose 1
    age 2y-4d 50y 50y
    gap cvx 33 : 0d 5y 5y
    give 33@2y
    take 33@2y-4d
   dose 2
    age 19y 50y 50y
    gap previous 0d 1y 1y
    give $n
    take $i
   dose 3
    age 50y 50y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $l
    skip both count >0 at 65y.. of 33
    skip both count >0 valid at 6y-4d.. of 215 216 327
   dose 4
    age 65y 65y 65y
    gap previous 0d 5y 5y
    give 216@6w* 327@19y*
    take $j
    skip both count >0 valid at 6y-4d.. of 215 216 327
    skip $e
`;
