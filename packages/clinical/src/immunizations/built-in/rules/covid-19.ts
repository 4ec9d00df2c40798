/** The rules for COVID-19, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const covid19 = `
let $z 230 301 302 308 310 311
let $y 229 230 302 308 310 311
let $x 310@5y..12y* 311@6m..12y*
let $w 311@6m..12y* 312@12y* 334@12y*
let $v 213@0d 309@0d 312@0d 313@0d 334@0d
let $u 309@12y* 312@12y* 313@12y* 334@12y*
let $t 208 217 218 219 300 301 302 308 309 310
let $s 309@12y* 310@5y..12y* $w
let $r 213@0d 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d
let $q 309@12y* $x 312@12y* 313@12y* 334@12y*
let $p 213@0d 308@0d..5y 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d
let $o 207@0d 221@0d..13y 227@0d..13y 228@0d..7y 229@0d 311@0d 312@0d 334@0d
let $n 208@0d 217@0d 218@0d..18y 219@0d 300@0d 301@0d..13y 302@0d..6y 309@0d 310@0d
let $m 210 211 212 500 501 502 503 504 505 506 507 508 509 510 511 512 513 514 515 516 517
let $l 004@5y 145@5y 147@5y 148@5y 153@5y 154@5y 157@5y 158@5y 159@5y 189@5y 190@5y 191@5y 268@5y
let $k 004@6m 145@6m 147@6m 148@6m 153@6m 154@6m 157@6m 158@6m 159@6m 189@6m 190@6m 191@6m 268@6m
let $j 207 210 211 212 213 219 221 227 228 500 501 502 503 504 505 506 507 508 509 510 511 512 513 514 515 516 517
let $i 207 208 210 211 212 213 217 219 221 227 228 500 501 502 503 504 505 506 507 508 509 510 511 513 514 515 516 517
let $h 207 210 211 212 213 221 227 228 230 311 312 313 334 500 501 502 503 504 505 506 507 508 509 510 511 512 513 514 515 516 517
let $g 208 210 211 212 213 217 218 219 300 301 302 308 309 310 313 500 501 502 503 504 505 506 507 508 509 510 511 512 513 514 515 516 517
let $f 207@0d 208@0d 211@0d 213@0d 217@0d 218@0d..18y 221@0d 229@0d 300@0d 301@0d..13y 302@0d..5y 308@0d..5y 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d
let $e 207 208 210 211 213 217 218 219 221 227 228 229 230 300 301 302 308 309 310 311 312 313 334 500 501 502 503 504 505 506 507 508 509 510 511 512 513 514 515 516 517
let $d 207@0d 208@0d 211@0d 213@0d 217@0d 218@0d..18y 219@0d 221@0d..13y 227@0d..13y 228@0d..7y 229@0d 300@0d 301@0d..13y 302@0d..6y 308@0d 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d
let $c 207@0d 208@0d 211@0d 212@18y-4d 213@0d 217@0d 218@0d..18y 221@0d 227@0d..12y 228@0d..6y 229@0d 230@0d..6y 300@0d 301@0d..12y 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d 519@0d 520@0d
let $b 207@0d 208@0d 211@0d 213@0d 217@0d 218@0d..18y 219@0d..5y 221@0d..13y 227@0d..13y 228@0d..7y 229@0d..12y 300@0d 301@0d..13y 302@0d..5y 308@0d..5y 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d
let $a 207@0d 208@0d 211@0d 212@18y-4d 213@0d 217@0d 218@0d..18y 221@0d 227@0d..12y 228@0d..6y 229@0d 230@0d..6y 300@0d 301@0d..12y 302@0d..5y 308@0d..5y 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d 519@0d 520@0d
antigen "COVID-19" "COVID-19"
  never 122 080
  never 187 : 313
  never 188 : 309 310 311 312 334
  series standard 1 "start at 6mo-23mo by shared decision" default eq 2 rank A1 start ..2y
   dose 1
    age 0d 6m 6m [..2023-09-11]
    age 6m-4d 6m 6m [2023-09-12..]
    gap previous 4w-4d 4w
    give 311@6m..12y
    take $b
    bad 230
    season 2025-08-27 -
   dose 2
    age 0d 6m 6m [..2023-09-11]
    age 6m-4d 6m 6m [2023-09-12..]
    gap previous 0d 28d 28d 42d [..2021-10-24]
    gap previous 28d-4d 28d 28d 8w [2021-10-25..]
    give 311@6m..12y*
    take $b
    bad 230
    skip both count =1 valid on ..2025-08-27 of $t & age ..2y
    skip both count =1 valid on ..2025-08-27 of 211 313 & age ..2y
    skip both count =1 valid on ..2025-08-27 of 213 & age ..2y
    season 2025-08-27 -
   dose 3
    age 0d 6m 6m [..2023-09-11]
    age 6m-4d 6m 6m [2023-09-12..]
    gap previous 0d 21d 21d 42d [..2021-10-24]
    gap previous 21d-4d 21d 21d 8w [2021-10-25..]
    give 311@6m..12y*
    take $b
    bad 230
    skip both count >1 valid at 0d..
    season 2025-08-27 -
   dose 4
    age 0d 6m 6m [..2023-09-11]
    age 6m-4d 6m 6m [2023-09-12..]
    gap previous 0d 8w 8w [..2021-10-24]
    gap previous 8w-4d 8w 8w [2021-10-25..2025-08-26]
    gap previous 28d-4d 28d 28d [2025-08-27..]
    give 311@6m..12y*
    take 207@0d 208@0d 211@0d 213@0d 217@0d 218@0d..18y 219@0d..5y 221@0d..13y 227@0d..13y 228@0d..7y 229@0d..12y 230@0d..6y 300@0d 301@0d..13y 302@0d..5y 308@0d..5y 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d
    skip both count >1 valid on ..2025-08-27
    skip both count >1 valid on 2025-08-27..
    skip both count >1 valid of 207 211 221 227 228 229 230 311 312 313 334
    skip both age 2y..
    season 2025-08-27 -
   dose 5
    age 0d 6m 6m [..2023-09-11]
    age 6m-4d 6m 6m [2023-09-12..]
    gap previous 0d 0d [..2023-09-11]
    gap previous 8w-4d 8w [2023-09-12..]
    give $x
    take 207@0d 208@0d 210@0d 211@0d 213@0d 217@0d 218@0d..18y 219@0d..6y 221@0d..13y 227@0d..13y 228@0d..7y 229@0d 230@0d..6y 300@0d 301@0d..13y 302@0d..7y 308@0d..5y 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d 502@0d 506@0d 510@0d 511@0d 512@18y-4d 519@0d 520@0d
    skip both count >0 valid on 2025-08-27..
    again
    season 2025-08-27 -
  series standard 1 "start at 2 y+ by shared decision" eq 2 rank A2
   dose 1
    age 2y 2y 2y
    gap previous 0d 21d [..2021-10-24]
    gap previous 21d-4d 21d [2021-10-25..2025-08-26]
    gap previous 8w-4d 8w [2025-08-27..]
    give 309@12y 310@5y..12y 311@6m..12y 312@12y 313@12y 334@12y
    take 207@6m-4d 208@6m-4d 210@6m-4d 211@6m-4d 212@18y-4d 213@6m-4d 217@6m-4d 218@6m-4d..18y 219@6m-4d..5y 221@6m-4d 227@6m-4d..13y 228@6m-4d..7y 229@6m-4d 230@6m-4d..6y 300@6m-4d 301@6m-4d..13y 302@6m-4d..5y 308@6m-4d..5y 309@6m-4d 310@6m-4d..12y 311@6m-4d..12y 312@6m-4d 313@6m-4d 334@6m-4d 502@6m-4d 506@6m-4d 510@6m-4d 511@6m-4d 512@18y-4d 519@6m-4d 520@6m-4d
    skip both count >0 valid on 2025-08-27..
    again
    season 2025-08-27 -
   dose 2
    age 65y-4d 65y
    gap previous 8w-4d 8w 6m
    give 309@12y 312@12y 313@12y 334@12y
    take 213@6m-4d 309@6m-4d 312@6m-4d 313@6m-4d 334@6m-4d
    bad 310 311
    skip both age ..65y
    season 2025-08-27 -
  series risk 2 "at risk immunocompromised 6 mo+ Moderna" default product rank A1 for $k
   dose 1
    age 0d 6m 6m [..2023-09-11]
    age 6m-4d 6m 6m [2023-09-12..]
    gap cvx 207 221 227 228 : 24d 28d 28d
    gap cvx $g : 0d 28d 28d
    gap previous 28d-4d 28d 28d [2024-01-18..]
    give 311@6m..12y 312@12y 334@12y
    take 207@0d 221@0d..13y 227@0d..13y 228@0d..6y 229@0d 311@0d..12y 312@0d 334@0d
    bad 230
    season 2025-08-27 -
   dose 2
    age 0d 6m 6m [..2023-09-11]
    age - [2023-09-12..]
    gap cvx $g : 0d 28d 28d
    gap previous 0d 28d 28d 42d [..2021-10-24]
    gap previous 28d-4d 28d 28d [2021-10-25..]
    give $w
    take $o
    bad 230
    season 2025-08-27 -
   dose 3
    age 0d 6m 6m [..2023-09-11]
    age - [2023-09-12..]
    gap cvx $g : 0d 28d 28d
    gap previous 0d 28d 28d 42d [..2021-10-24]
    gap previous 28d-4d 28d 28d [2021-10-25..]
    give $w
    take $o
    bad 230
    season 2025-08-27 -
   dose 4
    age 0d 6m 6m [..2023-09-11]
    age - [2023-09-12..]
    gap cvx $g : 0d 28d 28d
    gap previous 0d 12w 12w [..2022-06-18]
    gap previous 12w-4d 12w 12w [2022-06-19..2022-09-01]
    gap previous 8w-4d 8w 8w [2022-09-02..]
    give $q
    take $a
    skip both count >0 valid on 2025-08-27..
    again
    season 2025-08-27 -
   dose 5
    gap previous 8w-4d 8w 6m
    give $q
    take $p
    season 2025-08-27 -
  series risk 2 "at risk immunocompromised start at 5 y+ Pfizer" product rank A2 for $l
   dose 1
    age 5y 5y 5y
    gap cvx $h : 0d 28d 28d
    gap cvx 207 221 227 228 : 8w-4d 8w 8w [2023-04-19..]
    give 309@12y 310@5y..12y
    take 208@0d 217@0d 218@0d..18y 219@0d..5y 300@0d 301@0d..13y 309@0d 310@0d..12y
    bad 230 302 308
    season 2025-08-27 -
   dose 2
    gap cvx $h : 0d 28d 28d
    gap previous 0d 21d 21d 42d [..2021-10-24]
    gap previous 21d-4d 21d 21d [2021-10-25..]
    give 309@12y* 310@5y..12y*
    take $n
    bad 230 308
    season 2025-08-27 -
   dose 3
    gap cvx $h : 0d 28d 28d
    gap cvx 219 : 8w-4d 8w 8w
    gap previous 0d 28d 28d 42d [..2021-10-24]
    gap previous 28d-4d 28d 28d [2021-10-25..]
    give 309@12y* 310@5y..12y*
    take $n
    bad 230 308
    season 2025-08-27 -
   dose 4
    gap cvx $h : 0d 28d 28d
    gap previous 0d 5m 5m [..2022-06-18]
    gap previous 12w-4d 5m 5m [2022-06-19..2022-09-01]
    gap previous 8w-4d 8w 8w [2022-09-02..]
    give $q
    take $c
    bad 302 308
    skip both count >0 valid on 2025-08-27..
    again
    season 2025-08-27 -
   dose 5
    gap previous 8w-4d 8w 6m
    give $q
    take $r
    bad 308
    season 2025-08-27 -
  series risk 2 "at risk immunocompromised 12 y+ Novavax" product rank A3 for 004@12y 145@12y 147@12y 148@12y 153@12y 154@12y 157@12y 158@12y 159@12y 189@12y 190@12y 191@12y 268@12y
   dose 1
    age 12y-4d 12y 12y
    give 313@12y
    take 211@0d 313@0d
    bad $y
    season 2025-08-27 -
   dose 2
    gap previous 0d 3w 3w [..2022-07-19]
    gap previous 3w-4d 3w 3w [2022-07-20..]
    give 313@12y*
    take 211@0d 313@0d
    bad $y
    season 2025-08-27 -
   dose 3
    gap cvx 207 210 211 212 213 221 227 228 500 501 502 503 504 505 506 507 508 509 510 511 512 513 514 515 516 517 : 0d 28d 28d
    gap previous 8w-4d 8w 8w
    give $u
    take 207@0d 208@0d 211@0d 212@18y-4d 213@0d 217@0d 218@0d..18y 221@0d 229@0d 300@0d 309@0d 312@0d 313@0d 334@0d 519@0d 520@0d
    bad $z
    skip both count >0 valid on 2025-08-27..
    again
    season 2025-08-27 -
   dose 4
    gap previous 8w-4d 8w 6m
    give $u
    take $v
    bad 308 310 311
    season 2025-08-27 -
  series risk 2 "at risk immunocompromised 18 y+ Janssen" product rank A4 for 004@18y 145@18y 147@18y 148@18y 153@18y 154@18y 157@18y 158@18y 159@18y 189@18y 190@18y 191@18y 268@18y
   dose 1
    age 18y-4d 18y 18y
    gap cvx $e : 0d 28d 28d
    take 212@18y-4d
    bad $y
    season 2025-08-27 -
   dose 2
    gap cvx $e : 0d 28d 28d
    gap previous 0d 28d 28d 42d [..2021-10-24]
    gap previous 28d-4d 28d 28d [2021-10-25..]
    give 309@12y* 312@12y* 334@12y*
    take 207@0d 208@0d 212@18y-4d 213@0d 217@0d 229@0d 300@0d 309@0d 312@0d 334@0d
    bad $z
    season 2025-08-27 -
   dose 3
    gap previous 0d 8w 8w [..2022-06-18]
    gap previous 8w-4d 8w 8w [2022-06-19..]
    give $u
    take 207@0d 208@0d 211@0d 212@18y-4d 213@0d 217@0d 221@0d 229@0d 300@0d 309@0d 312@0d 313@0d 334@0d 519@0d 520@0d
    bad $z
    skip both count >0 valid on 2025-08-27..
    again
    season 2025-08-27 -
   dose 4
    gap previous 8w-4d 8w 6m
    give $u
    take $v
    bad 308 310 311
    season 2025-08-27 -
  series risk 2 "at risk immunocompromised start at 6 mo - 4 y mixed product" product rank A5 start ..5y for 004@6m..10y 145@6m..10y 147@6m..10y 148@6m..10y 153@6m..10y 154@6m..10y 157@6m..10y 158@6m..10y 159@6m..10y 189@6m..10y 190@6m..10y 191@6m..10y 268@6m..10y
   dose 1
    age 0d 6m 6m [..2023-09-11]
    age 6m-4d 6m 6m [2023-09-12..]
    gap cvx $m : 0d 28d 28d
    gap previous 28d-4d 28d 28d [2024-01-18..]
    take 207@0d 208@0d 211@0d 213@0d 217@0d 218@0d..18y 219@0d..5y 221@0d..13y 227@0d..13y 228@0d..6y 229@0d 300@0d 301@0d..13y 302@0d..5y 308@0d..5y 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d
    bad 230
    season 2025-08-27 -
   dose 2
    age 0d 6m 6m [..2023-09-11]
    age - [2023-09-12..]
    gap cvx $m : 0d 28d 28d
    gap previous 0d 28d 28d 42d [..2021-10-24]
    gap previous 28d-4d 28d 28d [2021-10-25..]
    give $x
    take $d
    bad 230
    skip both count =1 valid at 0d.. of $t
    skip both count =1 valid at 0d.. of 211 313
    season 2025-08-27 -
   dose 3
    age 0d 6m 6m [..2023-09-11]
    age - [2023-09-12..]
    gap cvx $h : 0d 28d 28d
    gap previous 0d 21d 21d 42d [..2021-10-24]
    gap previous 21d-4d 21d 21d [2021-10-25..]
    give $x
    take $d
    bad 230
    skip both count >0 valid at 0d.. of 207 213 221 227 228 229 230 311 312 334
    season 2025-08-27 -
   dose 4
    age 0d 6m 6m [..2023-09-11]
    age - [2023-09-12..]
    gap cvx $m : 0d 28d 28d
    gap cvx 219 : 8w-4d 8w 8w
    gap previous 0d 28d 28d 42d [..2021-10-24]
    gap previous 28d-4d 28d 28d [2021-10-25..2023-04-30]
    gap previous 8w-4d 8w 8w [2023-05-01..2025-08-26]
    gap previous 4w-4d 4w 4w [2025-08-27..]
    give $x
    take 207@0d 208@0d 211@0d 213@0d 217@0d 218@0d..18y 219@0d..6y 221@0d..13y 227@0d..13y 228@0d 229@0d 300@0d 301@0d..13y 302@0d 308@0d 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d
    bad 230
    skip both count =2 valid at 0d.. of $t & age ..5y
    skip both count =2 valid at 0d.. of 211 313
    season 2025-08-27 -
   dose 5
    age 0d 6m 6m [..2023-09-11]
    age - [2023-09-12..]
    gap cvx $m : 0d 28d 28d
    gap previous 0d 5m 5m [..2022-06-18]
    gap previous 12w-4d 5m 5m [2022-06-19..2022-09-01]
    gap previous 8w-4d 8w 8w [2022-09-02..]
    give $x
    take $a
    skip both count >0 valid on 2025-08-27..
    again
    season 2025-08-27 -
   dose 6
    gap previous 8w-4d 8w 6m
    give $x
    take $p
    season 2025-08-27 -
  series risk 2 "at risk immunocompromised start at 5 y+ mixed product" product rank A6 for $l
   dose 1
    age 5y 5y 5y
    gap cvx $m : 0d 28d 28d
    take 207@0d 208@0d 211@0d 213@0d 217@0d 218@0d..18y 219@0d..5y 221@0d..13y 227@0d..13y 228@0d..6y 229@0d 300@0d 301@0d..13y 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d
    bad 230 302 308
    season 2025-08-27 -
   dose 2
    gap cvx $m : 0d 28d 28d
    gap previous 0d 28d 28d 42d [..2021-10-24]
    gap previous 28d-4d 28d 28d [2021-10-25..]
    give $q
    take 207@0d 208@0d 211@0d 213@0d 217@0d 218@0d..18y 219@0d 221@0d..13y 227@0d..13y 228@0d..7y 229@0d 300@0d 301@0d..13y 302@0d..6y 309@0d 310@0d 311@0d 312@0d 313@0d 334@0d
    bad 230 308
    season 2025-08-27 -
   dose 3
    gap cvx $m : 0d 28d 28d
    gap cvx 219 : 8w-4d 8w 8w
    gap previous 0d 28d 28d 42d [..2021-10-24]
    gap previous 28d-4d 28d 28d [2021-10-25..]
    give $q
    take 207@0d 208@0d 211@0d 213@0d 217@0d 218@0d..18y 219@0d..6y 221@0d..13y 227@0d..13y 228@0d 229@0d 300@0d 301@0d..13y 302@0d 309@0d 310@0d 311@0d 312@0d 313@0d 334@0d
    bad 230 308
    season 2025-08-27 -
   dose 4
    gap cvx $m : 0d 28d 28d
    gap previous 0d 5m 5m [..2022-06-18]
    gap previous 12w-4d 5m 5m [2022-06-19..2022-09-01]
    gap previous 8w-4d 8w 8w [2022-09-02..]
    give $q
    take $c
    bad 302 308
    skip both count >0 valid on 2025-08-27..
    again
    season 2025-08-27 -
   dose 5
    gap previous 8w-4d 8w 6m
    give $q
    take $r
    bad 308
    season 2025-08-27 -
  series risk 2 "at risk immunocompromised WHO-authorized" rank A7 for $k
   dose 1
    age 0d 18y 18y
    take 210@0d 502@0d 506@0d 510@0d 511@0d
    bad 229 230 302
    season 2025-08-27 -
   dose 2
    age 0d 18y 18y
    gap previous 0d 4w 4w
    give $s
    take 207@0d 208@0d 210@0d 211@0d 212@18y-4d 213@0d 217@0d 218@0d..18y 229@0d 300@0d 301@0d..13y 302@0d..5y 308@0d..5y 309@0d 310@0d..12y 311@0d..12y 312@0d 313@0d 334@0d 502@0d 506@0d 510@0d 511@0d
    bad 230
    skip both count >0 valid at 0d.. of 506
    season 2025-08-27 -
   dose 3
    age - 5y 5y
    gap cvx $m : 0d 28d 28d
    gap previous 0d 28d 28d 42d [..2021-10-24]
    gap previous 28d-4d 28d 28d [2021-10-25..]
    give $s
    take $f
    bad 230
    season 2025-08-27 -
   dose 4
    age 0d 5y 5y
    gap cvx $j : 0d 28d 28d
    gap previous 0d 12w 12w [..2022-06-18]
    gap previous 12w-4d 12w 12w [2022-06-19..2022-09-01]
    gap previous 8w-4d 8w 8w [2022-09-02..]
    give $q
    take $a
    skip both count >0 valid on 2025-08-27..
    again
    season 2025-08-27 -
   dose 5
    gap previous 8w-4d 8w 6m
    give $q
    take $r
    bad 308
    season 2025-08-27 -
  series risk 2 "at risk immunocompromised 18 y+ Medicago clinical trial" product rank A8 for $k
   dose 1
    age 18y-4d 18y 18y
    gap cvx $i : 0d 28d 28d
    give 512@18y
    take 512@18y-4d
    bad 229 230 302
    season 2025-08-27 -
   dose 2
    age 18y 18y 18y
    gap cvx $i : 0d 28d 28d
    gap previous 0d 21d 21d
    give 512@18y
    take 512@18y-4d
    bad 229 230 302
    season 2025-08-27 -
   dose 3
    age - 5y 5y
    gap cvx $m : 0d 28d 28d
    gap previous 0d 28d 28d 42d [..2021-10-24]
    gap previous 28d-4d 28d 28d [2021-10-25..]
    give $s
    take $f
    bad 230
    season 2025-08-27 -
   dose 4
    age 0d 5y 5y
    gap cvx $j : 0d 28d 28d
    gap previous 0d 12w 12w [..2022-06-18]
    gap previous 12w-4d 12w 12w [2022-06-19..2022-09-01]
    gap previous 8w-4d 8w 8w [2022-09-02..]
    give $q
    take $a
    skip both count >0 valid on 2025-08-27..
    again
    season 2025-08-27 -
   dose 5
    gap previous 8w-4d 8w 6m
    give $u
    take $v
    bad 308 310 311
    season 2025-08-27 -
`;
