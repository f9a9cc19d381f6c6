(* Functions that are equal near a point have one derivative there. *)
Lemma slope_is : forall (f g : R -> R) (x a b : R),
  locally x (fun t => f t = g t) -> is_derive f x a -> is_derive g x b -> a = b.
Proof.
  intros f g x a b E A B.
  rewrite <- (is_derive_unique g x b B). symmetry.
  apply is_derive_unique, (is_derive_ext_loc f g x a E A).
Qed.
Lemma near_positive : forall (e : R -> R) (x : R),
  ex_derive e x -> 0 < e x -> locally x (fun t => 0 < e t).
Proof.
  intros e x D P.
  exact (ex_derive_continuous e x D (fun y => 0 < y) (open_gt 0 (e x) P)).
Qed.
Lemma near_nonzero : forall (e : R -> R) (x : R),
  ex_derive e x -> e x <> 0 -> locally x (fun t => e t <> 0).
Proof.
  intros e x D P.
  exact (ex_derive_continuous e x D (fun y => y <> 0) (open_neq 0 (e x) P)).
Qed.
Ltac near_by :=
  lazymatch goal with
  | |- locally ?x (fun t => 0 < @?e t) => apply (near_positive e x); [auto_derive; pos | pos]
  | |- locally ?x (fun t => @?e t <> 0) => apply (near_nonzero e x); [auto_derive; pos | pos]
  end.

Lemma d_value : forall (f : R -> R) (x a b : R), is_derive f x a -> a = b -> is_derive f x b.
Proof. intros f x a b D E. rewrite <- E. exact D. Qed.
Lemma d_constant : forall c x : R, is_derive (fun _ => c) x 0.
Proof. intros c x. apply (is_derive_const c x). Qed.
Lemma d_itself : forall x : R, is_derive (fun t => t) x 1.
Proof. intro x. apply (is_derive_id x). Qed.
Section Rules.
Variables (f g : R -> R) (x a b : R).
Hypotheses (A : is_derive f x a) (B : is_derive g x b).
Lemma d_plus : is_derive (fun t => f t + g t) x (a + b).
Proof. apply (is_derive_plus f g x a b A B). Qed.
Lemma d_minus : is_derive (fun t => f t - g t) x (a - b).
Proof. apply (is_derive_minus f g x a b A B). Qed.
Lemma d_opposite : is_derive (fun t => - f t) x (- a).
Proof. apply (is_derive_opp f x a A). Qed.
Lemma d_product : is_derive (fun t => f t * g t) x (a * g x + f x * b).
Proof. apply (is_derive_mult f g x a b A B Rmult_comm). Qed.
Lemma d_quotient : g x <> 0 -> is_derive (fun t => f t / g t) x ((a * g x - f x * b) / (g x) ^ 2).
Proof. intro N. apply (is_derive_div f g x a b A B N). Qed.
Lemma d_power : forall n : nat, is_derive (fun t => f t ^ n) x (INR n * a * f x ^ pred n).
Proof. intro n. apply (is_derive_pow f n x a A). Qed.
End Rules.
Lemma d_inside : forall (f g : R -> R) (x a b : R),
  is_derive f (g x) a -> is_derive g x b -> is_derive (fun t => f (g t)) x (b * a).
Proof. intros f g x a b A B. apply (is_derive_comp f g x a b A B). Qed.
Lemma d_sqrt : forall x : R, 0 < x -> is_derive sqrt x (/ (2 * sqrt x)).
Proof. intros x P. auto_derive; [exact P | field; apply Rgt_not_eq, sqrt_lt_R0, P]. Qed.
Lemma d_ln : forall x : R, 0 < x -> is_derive ln x (/ x).
Proof. intros x P. auto_derive; [exact P | field; lra]. Qed.

Ltac known_derivative :=
  match goal with
  | H : context [is_derive] |- _ => solve [with_strategy opaque [is_derive] (eapply H); pos]
  end.
(* The derivative of a term, that of each function in it being known; the value is found. *)
Ltac deriving :=
  cbv beta;
  lazymatch goal with
  | |- is_derive (fun _ => ?c) _ _ => apply d_constant
  | |- is_derive (fun t => t) _ _ => apply d_itself
  | |- is_derive (fun t => @?f t + @?g t) _ _ => eapply (d_plus f g); deriving
  | |- is_derive (fun t => @?f t - @?g t) _ _ => eapply (d_minus f g); deriving
  | |- is_derive (fun t => - @?f t) _ _ => eapply (d_opposite f); deriving
  | |- is_derive (fun t => @?f t * @?g t) _ _ => eapply (d_product f g); deriving
  | |- is_derive (fun t => @?f t / @?g t) _ _ =>
      eapply (d_quotient f g); [deriving | deriving | cbv beta; pos]
  | |- is_derive (fun t => (@?f t) ^ ?n) _ _ => eapply (d_power f); deriving
  | |- is_derive (fun t => exp (@?f t)) _ _ =>
      eapply (d_inside exp f); [apply is_derive_exp | deriving]
  | |- is_derive (fun t => sin (@?f t)) _ _ =>
      eapply (d_inside sin f); [apply is_derive_sin | deriving]
  | |- is_derive (fun t => cos (@?f t)) _ _ =>
      eapply (d_inside cos f); [apply is_derive_cos | deriving]
  | |- is_derive (fun t => sqrt (@?f t)) _ _ =>
      eapply (d_inside sqrt f); [apply d_sqrt; cbv beta; pos | deriving]
  | |- is_derive (fun t => ln (@?f t)) _ _ =>
      eapply (d_inside ln f); [apply d_ln; cbv beta; pos | deriving]
  | |- _ => first
      [ known_derivative
      | match goal with |- is_derive (fun t => ?f (@?g t)) _ _ =>
          eapply (d_inside f g); [known_derivative | deriving]
        end ]
  end.
Ltac by_chain := eapply d_value; [deriving | simpl INR; simpl pred; cbv beta; by_field].
Ltac by_derivative := first [solve [auto_derive; [repeat split; pos | by_field]] | by_chain].
