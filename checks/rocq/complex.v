(* Complex numbers as pairs; the exponential of a pair. *)
Definition cexp (z : C) : C := (exp (fst z) * cos (snd z), exp (fst z) * sin (snd z)).
Ltac by_phase :=
  rewrite ?exp_0;
  same_arguments exp; same_arguments sin; same_arguments cos; exponents;
  first [ field; pos
        | match goal with |- context [cos ?u] => solve [field [(cos_squared u)]; pos] end ].
Ltac by_parts :=
  apply injective_projections;
  cbv [Cplus Cmult Copp RtoC cexp fst snd];
  solve [field; pos | by_phase].
