import { check } from '../check.js';

export const sessionProject = check({
  id: 'session_project',
  section: 'checklist',
  title: { en: 'Who asks, and about which project', ru: 'Кто спрашивает и о каком проекте' },
  trouble: { en: 'Who asks, and about which project', ru: 'Кто спрашивает и о каком проекте' },
  needs: ['request'],
  look({ request: { username, role }, project, words }) {
    const { say } = words;
    return {
      status: 'ok',
      observed: say(
        `${username} (${role}) asks about the project ${project.name}.`,
        `${username} (${role}) спрашивает о проекте «${project.name}».`,
      ),
      expected: say(
        'The project is the one that you mean; POST /projects/{id}/select chooses another.',
        'Это тот проект, который вы имеете в виду; другой выбирает POST /projects/{id}/select.',
      ),
    };
  },
});
