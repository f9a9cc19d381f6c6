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

Lemma sqrt_by_root : forall (x g : R) (k : nat), 0 < g -> x = g ^ (k + k) -> sqrt x = g ^ k.
Proof.
  intros x g k P E. rewrite E, pow_add. apply sqrt_square, Rlt_le, pow_lt, P.
Qed.

Lemma power_by_root : forall (x g q : R) (n k : nat), 0 < g -> x = g ^ n -> INR n * q = INR k ->
  Rpower x q = g ^ k.
Proof.
  intros x g q n k P E H. rewrite E, <- !Rpower_pow, Rpower_mult, H by exact P. reflexivity.
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

Lemma less_by_product : forall a b p : R, b - a = p -> 0 < p -> a < b.
Proof. intros a b p H P. lra. Qed.

Lemma positive_by : forall a b q p : R, a < b -> p = q * (b - a) -> 0 < q -> 0 < p.
Proof. intros a b q p L E Q. rewrite E. apply Rmult_lt_0_compat; lra. Qed.

Lemma divisor : forall l r q a x b : R, l = r -> (l - r) * q = a * x + b -> b <> 0 -> a <> 0.
Proof. intros l r q a x b E H N Z. apply N. rewrite E, Z in H. lra. Qed.

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
  | |- 0 < ln _ => rewrite <- ln_1; apply ln_increasing; lra
  | |- 0 < _ + _ => first [assumption | apply Rplus_lt_0_compat; [shape | shape]]
  | |- 0 < IZR _ => lra
  | |- 0 < _ => assumption
  | |- _ <> 0 => first [assumption | apply Rgt_not_eq; shape]
  | |- _ > 0 => apply Rlt_gt; shape
  | |- _ >= 0 => apply Rle_ge; shape
  | |- 0 <= sqrt _ => apply sqrt_pos
  | |- 0 <= _ => first [assumption | apply Rlt_le; shape]
  end.
(* Takes what a hypothesis says is not zero, or makes a positive thing positive; see below. *)
Ltac not_zero := fail.
Ltac pos :=
  lazymatch goal with
  | |- _ /\ _ => split; [pos | pos]
  | |- - _ <> 0 => apply Ropp_neq_0_compat; pos
  | |- _ <> 0 => first [ assumption | solve [shape] | lra | not_zero | nra ]
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

(* The same for functions of which nothing is known. *)
Ltac same_values :=
  repeat match goal with
  | |- context [?f ?u] =>
      is_var f;
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

Ltac not_zero_of H := let Z := fresh in
  intro Z; apply H; first [lra | revert Z; same_arguments ln; intro Z; lra].
Ltac not_zero ::=
  match goal with
  | H : _ <> 0 |- _ <> 0 => solve [not_zero_of H]
  | H : _ <> 0, P : 0 < ?n |- _ <> 0 =>
      solve [intro; apply H; apply (Rmult_eq_reg_l n); [lra | apply Rgt_not_eq, P]]
  | P : 0 < _ |- _ <> 0 => let Z := fresh in solve [intro Z; rewrite Z in P; lra]
  end.

(* The logarithm of a quotient. *)
Ltac quotients :=
  repeat match goal with
  | |- context [ln (?u / ?v)] =>
      replace (ln (u / v)) with (ln u - ln v) by
        (unfold Rdiv; rewrite ln_mult, ln_Rinv; [ring | pos | pos | apply Rinv_0_lt_compat; pos])
  end.

(* The exponential of a difference of logarithms. *)
Lemma exp_of_logarithms : forall e u v : R, 0 < u -> 0 < v -> e = ln u - ln v -> exp e = u / v.
Proof.
  intros e u v U V E. rewrite E. unfold Rminus, Rdiv.
  rewrite exp_plus, exp_Ropp, !exp_ln by assumption. reflexivity.
Qed.
Ltac logarithms :=
  repeat match goal with
  | |- context [exp ?e] =>
      match e with
      | context [ln ?u] =>
          match e with
          | context [ln ?v] =>
              rewrite (exp_of_logarithms e u v) by (first [solve [pos] | solve [field; pos]])
          end
      end
  end.

Ltac known_functions :=
  quotients; logarithms; same_arguments exp; same_arguments ln; same_arguments sin; same_arguments cos; exponents.

(* Put the value H : x = v of the variable x into everything, and forget x. *)
Ltac put x H :=
  repeat match goal with
  | F : context [x] |- _ => tryif constr_eq F H then fail else rewrite H in F
  end;
  try rewrite H; clear H; clear x.

Lemma sin_whole : forall k : R, whole k -> sin (k * PI) = 0.
Proof. intros k [n E]. rewrite E. apply sin_eq_0_1. exists n. reflexivity. Qed.
(* Sines, cosines and exponentials of 0, PI/2 and PI; logarithm of 1. *)
Ltac special f u v law :=
  replace (f u) with (f v) by (f_equal; solve [field; pos]); rewrite law.
Ltac special_values :=
  repeat match goal with
  | |- context [sin ?u] =>
      first [ special sin u 0 sin_0 | special sin u (PI / 2) sin_PI2 | special sin u PI sin_PI ]
  | |- context [cos ?u] =>
      first [ special cos u 0 cos_0 | special cos u (PI / 2) cos_PI2 | special cos u PI cos_PI ]
  | W : whole ?k |- context [sin ?u] => special sin u (k * PI) (sin_whole k W)
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

(* Sines and cosines of twice an angle that occurs. *)
Ltac doubles :=
  repeat match goal with
  | |- context [sin ?u] =>
      match goal with |- context [cos ?a] =>
        replace (sin u) with (2 * sin a * cos a) by (rewrite <- sin_2a; f_equal; solve [field; pos])
      end
  | |- context [cos ?u] =>
      match goal with |- context [sin ?a] =>
        replace (cos u) with (cos a * cos a - sin a * sin a) by
          (rewrite <- cos_2a; f_equal; solve [field; pos])
      end
  end.
Lemma cos_squared : forall u : R, cos u * cos u = 1 - sin u * sin u.
Proof. intro u. generalize (sin2_cos2 u). unfold Rsqr. lra. Qed.

(* The root of the square of something positive. *)
Lemma perfect_root : forall u x : R, 0 < x -> x * x = u -> sqrt u = x.
Proof. intros u x P E. rewrite <- E. apply sqrt_square, Rlt_le, P. Qed.
Ltac perfect :=
  repeat match goal with
  | P : 0 < ?x |- context [sqrt ?u] => rewrite (perfect_root u x P) by solve [field; pos]
  end.

(* A product of factors each of which is positive by its shape or by the facts. *)
Ltac factored :=
  lazymatch goal with
  | |- 0 < _ * _ => apply Rmult_lt_0_compat; factored
  | |- 0 < _ / _ => apply Rdiv_lt_0_compat; factored
  | |- 0 < / _ => apply Rinv_0_lt_compat; factored
  | |- 0 < _ ^ _ => apply pow_lt; factored
  | |- _ => pos
  end.

Ltac same := match goal with |- ?x = ?x => exact (eq_refl x) end.
Ltac by_field :=
  first [ same | solve [field; pos] | solve [angles; field; pos]
        | solve [known_functions; field; pos]
        | solve [special_values; field; pos]
        | match goal with |- context [cos ?u] => solve [field [(cos_squared u)]; pos] end
        | solve [doubles; field; pos] | solve [same_values; field; pos]
        | solve [perfect; field; pos] ].
Tactic Notation "by_field_with" ne_constr_list(e) :=
  first [ same | solve [field [e]; pos] | solve [angles; field [e]; pos]
        | solve [known_functions; field [e]; pos] | solve [special_values; field [e]; pos] ].

(* That a term is defined. *)
Ltac defined :=
  first [ solve [pos] | solve [quotients; pos]
        | solve [quotients; logarithms;
                 match goal with |- ?u <> 0 => field_simplify u; [pos | pos] end]
        | solve [match goal with |- sin ?u <> 0 =>
                   match goal with H : cos ?a <> 0 |- _ =>
                     replace (sin u) with (2 * sin a * cos a) by
                       (rewrite <- sin_2a; f_equal; solve [field; pos]);
                     repeat apply Rmult_integral_contrapositive_currified; pos
                   end
                 end] ].
