(* What every exported theorem rests on: roots, cofactors, positivity, and how to close goals. *)
From Coq Require Export Reals Lra Psatz ZArith.
From Coquelicot Require Export Coquelicot.
From Interval Require Export Tactic.
Open Scope R_scope.

Definition whole (x : R) : Prop := exists k : Z, x = IZR k.

Lemma root_of : forall (n : nat) (x : R), 0 < x -> (0 < n)%nat ->
  exists g : R, 0 < g /\ x = g ^ n.
Proof.
  intros n x P N. exists (Rpower x (/ INR n)).
  assert (Q : 0 < Rpower x (/ INR n)) by apply exp_pos.
  split; [exact Q|].
  rewrite <- Rpower_pow by exact Q. rewrite Rpower_mult, Rinv_l, Rpower_1; auto.
  apply not_0_INR. lia.
Qed.

Lemma sqrt_of_power : forall (g : R) (k : nat), 0 < g -> sqrt (g ^ (k + k)) = g ^ k.
Proof.
  intros g k P. rewrite pow_add. apply sqrt_square, Rlt_le, pow_lt, P.
Qed.

Lemma power_of_power : forall (g q : R) (n k : nat), 0 < g -> INR n * q = INR k ->
  Rpower (g ^ n) q = g ^ k.
Proof.
  intros g q n k P H. rewrite <- !Rpower_pow, Rpower_mult, H by exact P. reflexivity.
Qed.

Lemma equal_powers : forall (n : nat) (u w : R), 0 < u -> 0 < w -> (0 < n)%nat ->
  u ^ n = w ^ n -> u = w.
Proof.
  intros n u w Pu Pw N H. destruct (Rtotal_order u w) as [L | [L | L]]; [| exact L |].
  - exfalso. assert (u ^ n < w ^ n); [| lra].
    rewrite <- !Rpower_pow by assumption. apply Rlt_Rpower_l; [apply lt_0_INR; lia | lra].
  - exfalso. assert (w ^ n < u ^ n); [| lra].
    rewrite <- !Rpower_pow by assumption. apply Rlt_Rpower_l; [apply lt_0_INR; lia | lra].
Qed.

Lemma by_cofactor : forall u w l r q : R, u - w = q * (l - r) -> l = r -> u = w.
Proof. intros u w l r q H E. apply Rminus_diag_uniq. rewrite H, E. ring. Qed.

Lemma less_by_ratio : forall a b : R, 0 < b -> a / b < 1 -> a < b.
Proof.
  intros a b P H. apply (Rmult_lt_compat_r b) in H; [| exact P].
  replace (a / b * b) with a in H by (field; lra). lra.
Qed.

Lemma much_less_by_ratio : forall a b : R, 0 < b -> a / b <= 1 / 10 -> 10 * a <= b.
Proof.
  intros a b P H. apply (Rmult_le_compat_r b) in H; [| lra].
  replace (a / b * b) with a in H by (field; lra). lra.
Qed.

(* Signs that the shape of a term shows. *)
Ltac shape :=
  lazymatch goal with
  | |- _ /\ _ => split; shape
  | |- 0 < exp _ => apply exp_pos
  | |- 0 < Rpower _ _ => apply exp_pos
  | |- 0 < PI => exact PI_RGT_0
  | |- 0 < _ * _ => apply Rmult_lt_0_compat; [shape | shape]
  | |- 0 < _ / _ => apply Rdiv_lt_0_compat; [shape | shape]
  | |- 0 < / _ => apply Rinv_0_lt_compat; shape
  | |- 0 < _ ^ _ => apply pow_lt; shape
  | |- 0 < sqrt _ => apply sqrt_lt_R0; shape
  | |- 0 < _ + _ => first [assumption | apply Rplus_lt_0_compat; [shape | shape]]
  | |- 0 < IZR _ => lra
  | |- 0 < _ => assumption
  | |- _ <> 0 => first [assumption | apply Rgt_not_eq; shape]
  | |- _ > 0 => apply Rlt_gt; shape
  | |- _ >= 0 => apply Rle_ge; shape
  | |- 0 <= sqrt _ => apply sqrt_pos
  | |- 0 <= _ => first [assumption | apply Rlt_le; shape]
  end.
Ltac pos :=
  lazymatch goal with
  | |- _ /\ _ => split; [pos | pos]
  | |- _ => first [ assumption | solve [shape] | lra | nra ]
  end.

(* Arguments of one function that are equal as fractions are made the same. *)
Ltac same_arguments f :=
  repeat match goal with
  | |- context [f ?u] =>
      match goal with
      | |- context [f ?v] =>
          lazymatch constr:((u, v)) with (?w, ?w) => fail | _ => idtac end;
          replace (f u) with (f v) by (f_equal; solve [field; pos])
      end
  end.

(* exp u is a power of exp v where u is a small multiple of v. *)
Ltac multiple_of u v :=
  first
  [ replace (exp u) with (/ exp v) by
      (rewrite <- exp_Ropp; f_equal; solve [field; pos])
  | replace (exp u) with (exp v * exp v) by
      (rewrite <- exp_plus; f_equal; solve [field; pos])
  | replace (exp u) with (/ (exp v * exp v)) by
      (rewrite <- exp_plus, <- exp_Ropp; f_equal; solve [field; pos]) ].
Ltac exponents :=
  repeat match goal with
  | |- context [exp ?u] =>
      match goal with
      | |- context [exp ?v] =>
          lazymatch constr:((u, v)) with (?w, ?w) => fail | _ => idtac end;
          multiple_of u v
      end
  end.

(* The logarithm of a quotient. *)
Ltac quotients :=
  repeat match goal with
  | |- context [ln (?u / ?v)] =>
      replace (ln (u / v)) with (ln u - ln v) by
        (unfold Rdiv; rewrite ln_mult, ln_Rinv; [ring | pos | pos | apply Rinv_0_lt_compat; pos])
  end.

Ltac known_functions :=
  quotients; same_arguments exp; same_arguments ln; same_arguments sin; same_arguments cos; exponents.

(* Put the value H : x = v of the variable x into everything, and forget x. *)
Ltac put x H :=
  repeat match goal with
  | F : context [x] |- _ => tryif constr_eq F H then fail else rewrite H in F
  end;
  try rewrite H; clear H; clear x.

(* Sines, cosines and exponentials of 0, PI/2 and PI; logarithm of 1. *)
Ltac special f u v law :=
  replace (f u) with (f v) by (f_equal; solve [field; pos]); rewrite law.
Ltac special_values :=
  repeat match goal with
  | |- context [sin ?u] =>
      first [ special sin u 0 sin_0 | special sin u (PI / 2) sin_PI2 | special sin u PI sin_PI ]
  | |- context [cos ?u] =>
      first [ special cos u 0 cos_0 | special cos u (PI / 2) cos_PI2 | special cos u PI cos_PI ]
  | |- context [exp ?u] => special exp u 0 exp_0
  | |- context [ln ?u] => special ln u 1 ln_1
  end.

(* Cosines of sums and differences of the arguments of sines. *)
Ltac cosine u v law := replace (cos u) with v by (rewrite <- law; f_equal; solve [field; pos]).
Ltac angles :=
  do 3 try match goal with
  | |- context [cos ?u] =>
      lazymatch goal with |- context [sin u] => fail | _ => idtac end;
      match goal with
      | |- context [sin ?a] =>
          first
          [ cosine u (1 - 2 * sin a * sin a) cos_2a_sin
          | match goal with
            | |- context [sin ?b] =>
                first
                [ cosine u (cos a * cos b + sin a * sin b) cos_minus
                | cosine u (cos a * cos b - sin a * sin b) cos_plus ]
            end ]
      end
  end.

Ltac by_positive :=
  first [ solve [pos]
        | match goal with |- 0 < ?u => field_simplify u; [solve [pos] | solve [pos]] end
        | nra ].

Ltac same := match goal with |- ?x = ?x => exact (eq_refl x) end.
Ltac by_field :=
  first [ same | solve [field; pos] | solve [angles; field; pos]
        | solve [known_functions; field; pos]
        | solve [special_values; field; pos] ].
Tactic Notation "by_field_with" constr(e) :=
  first [ same | solve [field [e]; pos] | solve [angles; field [e]; pos]
        | solve [known_functions; field [e]; pos] ].

(* Functions that are equal everywhere have one derivative. *)
Lemma slope_is : forall (f g : R -> R) (x a b : R),
  (forall t, f t = g t) -> is_derive f x a -> is_derive g x b -> a = b.
Proof.
  intros f g x a b E A B.
  rewrite <- (is_derive_unique f x a A), <- (is_derive_unique g x b B).
  apply Derive_ext, E.
Qed.
Ltac by_derivative := auto_derive; [repeat split; pos | by_field].

(* A conjunction of hypotheses at given values. *)
Ltac roots_known :=
  repeat match goal with
  | |- context [sqrt ?u] =>
      let g := fresh "g" in let P := fresh "P" in let H := fresh "H" in
      assert (P : 0 <= sqrt u) by apply sqrt_pos;
      assert (H : sqrt u * sqrt u = u) by (apply sqrt_sqrt; lra);
      set (g := sqrt u) in *; clearbody g
  end.
Ltac satisfied :=
  cbv beta;
  lazymatch goal with
  | |- _ /\ _ => split; [satisfied | satisfied]
  | |- forall _, _ => intro; satisfied
  | |- is_derive _ _ _ => by_derivative
  | |- whole (IZR ?k) => exists k; reflexivity
  | |- _ = _ => first
      [ reflexivity | solve [by_field] | solve [rewrite ?sqrt_1, ?exp_0, ?ln_1; by_field]
      | solve [roots_known; nra] ]
  | |- _ => first [ lra | solve [pos] | interval ]
  end.
