const Navigate = Symbol('Navigate');

export const opened = [];

export const NavigationMixin = (Base) =>
  class extends Base {
    [Navigate]({ attributes }) {
      opened.push(attributes.recordId);
    }
  };

NavigationMixin.Navigate = Navigate;
