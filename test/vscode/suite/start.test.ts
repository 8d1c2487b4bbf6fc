// The editor loads the extension at all.
import { assert } from 'chai';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is there', () => {
    assert.isDefined(vscode.extensions.getExtension('masterplan.masterplan'));
  });
});
