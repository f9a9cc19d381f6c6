(* A conjunction of hypotheses at given values. *)
Ltac roots_known :=
  repeat match goal with
  | |- context [sqrt ?u] =>
      let g := fresh "g" in let P := fresh "P" in let H := fresh "H" in
      assert (P : 0 <= sqrt u) by apply sqrt_pos;
      assert (H : sqrt u * sqrt u = u) by (apply sqrt_sqrt; lra);
      set (g := sqrt u) in *; clearbody g
  end.
Ltac enclosed := first [assumption | interval | unfold Rpower; interval].
Ltac satisfied :=
  cbv beta;
  lazymatch goal with
  | |- _ /\ _ => split; [satisfied | satisfied]
  | |- among _ _ -> _ =>
      let E := fresh in intros [E | []]; simpl in E; rewrite <- E; satisfied
  | |- forall _, _ => intro; satisfied
  | |- integrable _ _ _ => int_exists
  | |- is_derive _ _ _ => by_derivative
  | |- whole (IZR ?k) => exists k; reflexivity
  | |- context [total] => cbn [total]; satisfied
  | |- context [integral] => rewrite ?int_constant; solve [by_field | lra]
  | |- _ = _ => first
      [ reflexivity | solve [by_field] | solve [known_functions; special_values; field; pos]
      | solve [rewrite ?sqrt_1, ?exp_0, ?ln_1; by_field]
      | solve [roots_known; nra] ]
  | |- _ => first [ lra | solve [pos] | interval ]
  end.
