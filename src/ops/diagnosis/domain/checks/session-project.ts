import { check } from '../check.js';

export const sessionProject = check({
  id: 'session_project',
  section: 'checklist',
  title: 'Who asks, and about which project',
  needs: ['request'],
  look({ request: { username, role }, project }) {
    return {
      status: 'ok',
      observed: `${username} (${role}) asks about the project ${project.name}.`,
      expected: 'The project is the one that you mean; POST /projects/{id}/select chooses another.',
    };
  },
});
