(* Sums over the elements of a finite set: a list of weights and elements.  The weights let what
   the sum of 1 is be a number or a density.  That sums are linear is proved. *)
Definition weighted : Type := list (R * R).
Fixpoint total (L : weighted) (f : R -> R) : R :=
  match L with nil => 0 | cons (w, i) T => w * f i + total T f end.
Definition among (i : R) (L : weighted) : Prop := List.In i (List.map snd L).
Lemma total_same : forall (L : weighted) (f g : R -> R),
  (forall i, among i L -> f i = g i) -> total L f = total L g.
Proof.
  intros L f g. induction L as [| [w i] T IH]; intro H; simpl; [reflexivity |].
  rewrite (H i) by (left; reflexivity). rewrite IH; [reflexivity |].
  intros j J. apply H. right. exact J.
Qed.
Lemma total_plus : forall (L : weighted) (f g : R -> R),
  total L (fun i => f i + g i) = total L f + total L g.
Proof. intros L f g. induction L as [| [w i] T IH]; simpl; [| rewrite IH]; ring. Qed.
Lemma total_scale : forall (L : weighted) (c : R) (f : R -> R),
  total L (fun i => c * f i) = c * total L f.
Proof. intros L c f. induction L as [| [w i] T IH]; simpl; [| rewrite IH]; ring. Qed.
Lemma total_none : forall L : weighted, total L (fun _ => 0) = 0.
Proof. intro L. induction L as [| [w i] T IH]; simpl; [| rewrite IH]; ring. Qed.
(* Takes a sum apart into fronts and sums. *)
Ltac expanded :=
  repeat match goal with
  | |- context [total ?L ?f] =>
      lazymatch f with
      | fun _ => _ => fail
      | _ => change (total L f) with (total L (fun i => f i))
      end
  end.
Ltac by_linearity := rewrite ?total_plus, ?total_scale, ?total_none; expanded; by_field.
