\* Integers as their bits, in two's complement: \div and % round down, so -1 is all ones.
RECURSIVE BitAnd(_, _)
BitAnd(v, w) ==
  IF v = 0 \/ w = 0 THEN 0
  ELSE IF v = -1 THEN w
  ELSE IF w = -1 THEN v
  ELSE 2 * BitAnd(v \div 2, w \div 2) + (v % 2) * (w % 2)

BitOr(v, w) == v + w - BitAnd(v, w)

BitXor(v, w) == v + w - 2 * BitAnd(v, w)

BitNot(v) == -1 - v
