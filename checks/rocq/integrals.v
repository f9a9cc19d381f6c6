(* Integrals between limits: linear where they exist, equal where the integrands are. *)
Definition integral (f : R -> R) (a b : R) : R := RInt f a b.
Definition integrable (f : R -> R) (a b : R) : Prop := ex_RInt f a b.
Section Integrals.
Variables a b : R.
Lemma int_same : forall f g : R -> R,
  (forall x, Rmin a b < x < Rmax a b -> f x = g x) -> integral f a b = integral g a b.
Proof. intros f g H. apply RInt_ext. exact H. Qed.
Lemma int_exists_same : forall f g : R -> R,
  (forall x, Rmin a b < x < Rmax a b -> f x = g x) -> integrable f a b -> integrable g a b.
Proof. intros f g H E. apply (ex_RInt_ext f g); assumption. Qed.
Lemma int_exists_scale : forall (c : R) (f : R -> R),
  integrable f a b -> integrable (fun x => c * f x) a b.
Proof. intros c f E. apply (ex_RInt_scal f a b c E). Qed.
Lemma int_exists_plus : forall f g : R -> R,
  integrable f a b -> integrable g a b -> integrable (fun x => f x + g x) a b.
Proof. intros f g E G. apply (ex_RInt_plus f g a b E G). Qed.
Lemma int_exists_constant : forall c : R, integrable (fun _ => c) a b.
Proof. intro c. apply ex_RInt_const. Qed.
Lemma int_exists_part : forall (c : R) (f g : R -> R), c <> 0 ->
  (forall x, Rmin a b < x < Rmax a b -> f x = c * g x) -> integrable f a b -> integrable g a b.
Proof.
  intros c f g N H E.
  apply (int_exists_same (fun x => / c * (c * g x))); [intros; field; exact N |].
  apply int_exists_scale, (int_exists_same f); assumption.
Qed.
Lemma int_scale : forall (c : R) (f : R -> R),
  integrable f a b -> integral (fun x => c * f x) a b = c * integral f a b.
Proof. intros c f E. apply (RInt_scal f a b c E). Qed.
Lemma int_plus : forall f g : R -> R, integrable f a b -> integrable g a b ->
  integral (fun x => f x + g x) a b = integral f a b + integral g a b.
Proof. intros f g E G. apply (RInt_plus f g a b E G). Qed.
Lemma int_constant : forall c : R, integral (fun _ => c) a b = (b - a) * c.
Proof. intro c. exact (RInt_const a b c). Qed.
Lemma int_above : forall x : R, 0 <= a -> 0 <= b -> Rmin a b < x -> 0 < x.
Proof. intros x A B H. apply Rle_lt_trans with (Rmin a b); [apply Rmin_glb |]; assumption. Qed.
End Integrals.
Ltac int_exists :=
  cbv beta;
  first
  [ assumption
  | lazymatch goal with
    | |- integrable (fun _ => ?c) _ _ => apply int_exists_constant
    | |- integrable (fun x => @?f x + @?g x) ?a ?b =>
        apply (int_exists_plus a b f g); int_exists
    | |- integrable (fun x => ?c * @?f x) ?a ?b => apply (int_exists_scale a b c f); int_exists
    end ].
(* Takes an integral apart into fronts and integrals. *)
Ltac by_int_linearity :=
  repeat first [rewrite int_plus by int_exists | rewrite int_scale by int_exists];
  rewrite ?int_constant;
  repeat match goal with
  | |- context [integral ?f ?a ?b] =>
      lazymatch f with
      | fun _ => _ => fail
      | _ => change (integral f a b) with (integral (fun x => f x) a b)
      end
  end;
  by_field.
