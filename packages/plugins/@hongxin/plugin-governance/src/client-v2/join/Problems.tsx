import { Alert } from 'antd';
import React from 'react';

/** All reasons of a refusal above a form. */
export function Problems({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null;
  const list =
    problems.length === 1 ? (
      problems[0]
    ) : (
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {problems.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    );
  return <Alert type="error" showIcon message={list} style={{ marginBottom: 16 }} />;
}
