"""Sentences written apart from the corpus, after the rules: each has its dimension, or only looks as if."""

HAVE: dict[str, list[str]] = {
    "tradeoff": [
        "I moved triage to a nurse-led desk. Doctors complained that they saw only the hard cases.",
        "We shipped without search. Power users were cross for a month.",
        "I'd hold back the Android release; we lose about 8% of our audience until autumn.",
        "I chose Postgres over Spanner, which caps us at one region.",
        "I cut the sales bonus, and two reps resigned.",
        "Dropped overnight shipping, adding a day for 6% of orders.",
        "I would start with one hospital. It will take a year longer to reach the rest.",
        "I picked the cheaper supplier, so lead times are nine weeks and not three.",
        "I said no to the enterprise deal; that was $400k we didn't book.",
        "I let the test suite rot for a month to make the date.",
        "I'd pay drivers daily even though it ties up two million in cash.",
        "I turned off recommendations; average basket fell 2%.",
        "I'd take less base for more equity, and if the company fails I'm left with nothing.",
        "We encrypt everything at rest and pay 15 ms per read for it.",
        "I moved two engineers off growth, and growth was flat that quarter.",
        "I banned overtime, knowing some orders would ship late.",
        "I'd go monolith first. Splitting it later will hurt.",
        "I chose batch over streaming: the dashboard is an hour behind.",
        "I refused to cut the reading programme. The art teacher lost her room instead.",
        "I'd sacrifice some accuracy for latency.",
        "I told the client no and we may lose the account.",
        "The cache makes prices up to five minutes stale.",
        "I closed the shop on Mondays. It cost us a tenth of our walk-ins.",
        "I kept the old pricing for existing customers, so finance has two price lists to maintain.",
        "The downside is that support must approve refunds by hand.",
    ],
    "impact": [
        "Checkout errors cost us $40k a week.",
        "Patients now wait eleven minutes instead of forty.",
        "It freed each teacher half an hour a day.",
        "Four hundred families got the money before Christmas.",
        "Repeat purchases went up 9%.",
        "No customer was charged twice again.",
        "Tickets to support dropped from 300 a day to 90.",
        "The nurses got back 20 minutes per shift.",
        "We kept $1.2M in renewals.",
        "Seller churn fell from 6% to 4% in two quarters.",
        "One in five riders cancelled because of it.",
        "Stockouts halved over the summer.",
        "Readmissions dropped by a fifth.",
        "The change brought in 3,000 new subscribers a month.",
        "Late deliveries fell from one in ten to one in fifty.",
        "Drivers earned 12% more per hour.",
        "It saves finance two days at every close.",
        "Twice as many students passed the exam.",
        "We stopped losing €90,000 a year to fraud.",
        "Conversion on mobile rose 1.4 points, worth about $2M a year.",
        "Infections on the ward went from nine a month to two.",
        "The average basket grew by £3.",
        "Callers hang up half as often.",
        "Refund requests are down a third.",
        "Onboarding now takes customers ten minutes rather than three days.",
        "Commuters lost eleven minutes a day to that crossing.",
        "Growers threw away a fifth of the fruit.",
        "The food bank fed 300 more families a week.",
        "Passengers now board in nine minutes, down from twenty.",
        "We answered twice as many calls with the same staff.",
        "Payment failures cost merchants about 1.2% of revenue.",
        "Tenants paid £60 less a month for heating.",
        "It gave midwives an hour back on every shift.",
        "The number of abandoned carts went from 41 to 28 percent.",
        "Our ten largest sellers left within a quarter, which was 4% of volume.",
        "Every rider gets home before midnight now.",
        "Insurance claims are paid in three days where it took three weeks.",
        "Half the parents stopped calling.",
        "Absences fell from 12 a day to 4.",
        "It earned the club £9,000 a season.",
        "For 2 million users the app opens a second faster.",
        "One in ten invoices went out wrong; now one in two hundred.",
        "Farmers get 8 rupees more per litre.",
        "Bounce rate dropped 11 points and leads doubled.",
        "Authorization rates climbed 0.8 points, which is $3M in volume a month.",
        "Disputes were down by 30% year over year.",
        "It cut time to hire from 60 days to 25, and managers stopped losing candidates.",
        "Deaths from sepsis went down by a quarter.",
        "Pupils read seven months ahead of where they were.",
        "The bank avoided a £2 million fine.",
        "Customers on the waiting list dropped from 4,000 to 700.",
        "We saved the city €1.1m a year in overtime.",
        "Each store throws out two crates of bread fewer a day.",
        "Around 70 patients a month no longer come back with an infection.",
        "The team leaves at five now and not at eight.",
    ],
    "decision": [
        "I'd kill the feature.",
        "No new features until the queue is stable.",
        "I went with the vendor and not our own build.",
        "We chose reliability over speed.",
        "I'd put the first million into delivery.",
        "Start with dentists; leave hospitals for year two.",
        "I shut the old API down on the first of May.",
        "I pulled the release an hour before launch.",
        "I'd never store the card number.",
        "My answer would be to raise the price.",
        "I picked Kafka because order matters more than latency.",
        "I turned the offer down.",
        "I asked for 20k more and a review after six months.",
        "I'd measure time to first delivery, not sign-ups.",
        "Froze hiring and moved two teams to payments.",
        "Rolled back on Friday night.",
        "I insisted on a pilot.",
        "I gave the shift to the junior.",
        "I'd charge a deposit.",
        "I would drop the third region.",
        "Would you consider 185 base with a 25k sign-on?",
        "I'd accept if the cliff is waived.",
        "Let the nights slip; protect lunchtime.",
        "I stopped the trial.",
        "I reassigned her to the data team.",
    ],
    "opening": [
        "Nurses lose forty minutes a shift to charting. I'd fix that first.",
        "Small shops get their money three days late, and that kills them. I would pay them daily.",
        "Refunds fell by half after I changed one screen.",
        "No. I would not launch in March.",
        "I'd ship the log first.",
        "About 40,000. Ten million people, one in 250.",
        "I'm asking for 190 base.",
        "The bottleneck is the ledger write, not the model.",
        "I lost our biggest client by hiding a delay.",
        "Parents can't see when the bus comes. So I built a text service.",
        "I cut payroll errors from 40 a month to 2.",
        "Our checkout dropped one order in thirty on Sundays.",
        "Two cities first: Leeds and Cork.",
        "I'd raise prices for new customers only.",
        "Students fail algebra because they can't read the question.",
    ],
    "metric": [
        "Our error budget was 0.1% a month.",
        "We promised delivery within 48 hours.",
        "Churn is at 3 percent.",
        "Two thirds of the pupils passed.",
        "The bill came to €12k.",
        "Wait times are down from 50 minutes to 15.",
        "It handles 20,000 orders an hour.",
        "Sales tripled.",
        "NPS went from 31 to 52.",
        "I'm asking for 15% more.",
        "A base of 140 and 0.1% equity.",
        "CAC is $38.",
        "Ticket backlog fell from 900 to 120.",
        "We lose about 6 lakh a month.",
        "Three in four callers hang up.",
        "He sold forty houses that year.",
        "Accuracy rose to 94%.",
        "Response time under two seconds.",
        "The fix took deploy time from 45 minutes to 6.",
        "We target 99.9% on-time payouts.",
        "We shipped 30% less.",
        "Absence fell by a quarter.",
        "Costs went up by nearly half.",
        "Roughly 200,000 litres a day.",
    ],
    "ownership": [
        "I wrote the migration.",
        "I phoned every customer myself.",
        "I'd put the cache in front of the API.",
        "I negotiated the contract down.",
        "So I, um, I took the pager for two weeks.",
        "Rewrote the onboarding emails and cut drop-off by 8%.",
        "I asked the surgeon to stop.",
        "I pulled the plug.",
        "I sat with the drivers for three nights and rewrote the rota.",
        "I said no to the CFO.",
        "Negotiated a 12% discount with the carrier.",
        "I taught two classes a day on fractions.",
    ],
    "tail": [
        "Even the slowest 1% of requests finish in 400 ms.",
        "99 in 100 calls are answered within 20 seconds.",
        "On the busiest night of the year nobody waits more than ten minutes.",
        "At peak we handle 9,000 orders a minute.",
        "p95 load time fell to 1.8 s.",
        "The worst case is a four-hour wait in A&E.",
        "It held on Black Friday at six times normal traffic.",
        "The 99.9th percentile stays under a second.",
    ],
    "specificity": [
        "I moved the retry queue from MySQL to Kafka and paid the 14 late merchants by hand.",
        "Nurses on ward 7 chart on paper until midnight.",
        "I cut the returns form from nine fields to three.",
    ],
    "brevity": [
        "I cut the form from nine fields to three and refunds fell by a third.",
        "I'd launch in Leeds first. We lose the London press, and learn twice as fast.",
    ],
}
LACK: dict[str, list[str]] = {
    "tradeoff": [
        "I built a dashboard and the team liked it.",
        "We reduced latency by 40% and improved accuracy.",
        "I led the migration of 40 services to Kubernetes with zero downtime.",
        "Every approach has pros and cons.",
        "I analysed the data and presented my findings to leadership.",
        "I learned a lot from this experience.",
        "I would use Redis for caching and Kafka for messaging.",
        "Refunds fell by a third after I changed the form.",
        "I worked with design, product and engineering to deliver on time.",
        "There are always trade-offs in engineering.",
        "I handled an angry customer by listening to her and solving the problem.",
        "The system was slow, so I added an index.",
        "I resolved the conflict by listening to both sides.",
    ],
    "impact": [
        "We improved the customer experience significantly.",
        "p99 fell from 300 to 120 ms.",
        "The model reached an F1 of 0.92.",
        "I managed a team of 12 engineers and 4 designers.",
        "I have ten years of experience serving customers.",
        "We ran 14 workshops with 60 stakeholders.",
        "It was a great success for the business.",
        "Uptime is 99.95%.",
        "I trained the model on 40 million transactions.",
        "The cluster has 30 nodes in 3 regions.",
        "The service runs on 40 nodes in three regions.",
        "I trained 4 models on 2 million images.",
        "We serve three million users.",
        "Our p95 went from 900 ms to 300 ms.",
        "Test coverage rose from 40% to 85%.",
        "Build time fell from 30 minutes to 8.",
        "I presented to 200 people at a conference.",
        "The codebase has 2 million lines.",
        "We hired 12 engineers in six months.",
        "RMSE dropped by 12%.",
        "I spent five years in consulting with 20 clients.",
        "The sprint takes two weeks and has nine ceremonies.",
        "We have 99.99% availability.",
        "Throughput doubled to 40,000 requests per second.",
        "I'm asking for 15,000 more.",
        "My base is 180 and my bonus is 10%.",
        "The dataset has 14 columns.",
        "It made a big difference to many customers.",
        "The CPU load fell by half.",
    ],
    "decision": [
        "We should weigh the pros and cons.",
        "I would gather requirements from stakeholders.",
        "It was decided by management to stop.",
        "There are three options to consider.",
        "I have strong decision-making skills.",
        "I worked on the payments team.",
        "I believe communication is key.",
        "I would align everyone on a shared vision.",
        "The feature was dropped.",
        "I enjoy solving hard problems.",
    ],
    "opening": [
        "That's a great question.",
        "I have eight years of experience in fintech.",
        "So, to start with some background, our company was founded in 2011.",
        "First, I'd clarify the requirements.",
        "There are many ways to approach this.",
        "We used XGBoost with 300 features.",
        "I'm a passionate engineer who loves solving problems.",
        "Let me walk you through the architecture.",
        "In my last role I was part of a team that built an API gateway.",
        "I think teamwork is very important.",
        "Scalability is a key concern in modern systems.",
    ],
    "metric": [
        "I managed 12 people in 3 offices.",
        "I have 15 years in retail.",
        "We had 4 workshops, 30 slides and 2 pilots.",
        "I used Python 3 and 5 AWS services.",
        "The model has 110 million parameters and 12 layers.",
        "We met every two weeks.",
        "I was born in 1988 and moved in 2011.",
        "It was phase 2 of the programme.",
        "I gave 110%.",
        "My GPA was 3.9 and I ranked 4th in a class of 200.",
        "The team of eight used 20 GPUs.",
        "I wrote a 40-page report.",
        "We held a 30-minute stand-up every day.",
        "Our company was founded in 1999 and has 5,000 employees.",
        "I read 30 books a year.",
        "There were two reasons for this.",
    ],
    "ownership": [
        "We rewrote the system.",
        "I was part of the team that built it.",
        "I was involved in the launch.",
        "I think that quality matters.",
        "I have always been passionate about data.",
        "My team delivered the project.",
        "I'd want to understand the problem first.",
        "I helped with the migration.",
        "It was decided to rewrite the code.",
        "I am a strong communicator.",
        "I'd leverage best practices to drive value.",
        "I love working with people.",
    ],
    "tail": [
        "Average latency is 80 ms.",
        "Median wait time is five minutes.",
        "Most users are happy with the speed.",
        "Peak performance is what I strive for.",
        "In the best case it takes a second.",
        "I am at the peak of my career.",
    ],
    "specificity": [
        "I am a results-driven leader who leverages innovative solutions to deliver value.",
        "We worked hard on various important initiatives and achieved great success.",
        "Communication and collaboration are key to achieving our goals.",
        "It was an amazing experience and I learned a lot of things.",
        "We improved processes and enhanced efficiency across the organization.",
    ],
    "brevity": [
        "Well, basically, you know, I think, um, it was sort of a team effort, you know, and, um, yeah.",
        (
            "Dijkstra is an algorithm that works by keeping a priority queue. It is used to find shortest paths. "
            "Each node is visited once. The time complexity is O(E log V)."
        ),
        (
            "Thank you for asking. That's a great question. I was hoping you'd ask. Let me think about how to put"
            " this. In my view leadership is very important."
        ),
    ],
}
# (kind, weak, strong)
PAIRS: list[tuple[str, str, str]] = [
    (
        "design",
        "I'd start with requirements: functional and non-functional. Then I'd sketch an API gateway, a load "
        "balancer, some microservices, Kafka and a database with sharding and replication for scalability. I'd "
        "use two-phase commit for consistency and add caching with Redis.",
        "Merchants lose sales when settlement takes longer than a second, so I'd optimise p99.9, not the mean. "
        "Moving the ledger write to an append-only log cuts end-to-end latency from 210 ms to 138 ms; the price "
        "is eventual consistency on 0.2% of records, which a nightly reconciliation covers.",
    ),
    (
        "impact",
        "My fraud model reached 99.9% accuracy with an AUC of 0.98 after training on 40 million transactions with"
        " 350 features.",
        "Cutting scoring latency by 12 ms lifted daily settled volume by $2 million because fewer payments timed "
        "out at checkout.",
    ),
    (
        "design",
        "The algorithm is Dijkstra with a Fibonacci heap, which runs in O(E + V log V). First we initialise "
        "distances to infinity, then we relax edges.",
        "I would trade 45 ms of extra latency for a 0.3% higher settlement success rate, because each failed "
        "payment costs us a support call and often the merchant.",
    ),
    (
        "negotiation",
        "I'm flexible on base since the market is tight. I really love the mission and I'm sure we can work "
        "something out.",
        "I can accept $175k base if the grant vests on an SPS target: $2,000 for every 0.5% above baseline. "
        "Without that clause I need $190k.",
    ),
    (
        "behavioral",
        "In my previous role, we faced a challenging situation where stakeholders had different opinions. I "
        "leveraged my communication skills to align everyone and we successfully delivered the project on time, "
        "which had a huge impact on the business.",
        "Our checkout was dropping one payment in fifty on Fridays. I froze feature work for two weeks, over the "
        "objections of the growth team, and rebuilt the retry queue. Failed payments fell to one in four hundred "
        "and refunds dropped by $80k a month.",
    ),
    (
        "behavioral",
        "I am a very data-driven leader with 10 years of experience managing teams of up to 25 people across 4 "
        "continents. I use OKRs and RICE to prioritize and I always make sure that everybody is heard.",
        "I killed our loyalty program three weeks before launch. Our test showed it cost $4 per customer and "
        "moved repeat orders by nothing. Marketing was furious; we moved the budget to delivery speed and repeat "
        "orders rose 9% in a quarter.",
    ),
    (
        "pitch",
        "Hi, I'm Alex, a passionate AI engineer with a strong background in machine learning, deep learning and "
        "NLP. I've worked at several companies on cutting-edge projects.",
        "I cut fraud losses by a third at a payments firm without blocking more good customers. I did it by "
        "moving risk scoring after authorization, and I want to do the same for your merchants.",
    ),
    (
        "resume",
        "Responsible for developing and maintaining ML models for fraud detection using Python, TensorFlow and "
        "AWS in an agile environment",
        "Cut fraud losses 32% ($4.1M/yr) by replacing rules engine with gradient-boosted scoring; held false "
        "declines under 0.5%",
    ),
    (
        "resume",
        "Worked on improving the performance of the search service, collaborating with cross-functional teams to "
        "deliver high quality results.",
        "Reduced search p99 from 1.2s to 340ms, lifting add-to-cart rate 6% across 3M weekly shoppers",
    ),
    (
        "estimation",
        "There are many ways to estimate this. I would use a top-down approach, segmenting the market, and then "
        "apply some assumptions about penetration and frequency to arrive at an estimate.",
        "About 1,500 piano tuners. 3 million households, one in twenty owns a piano, tuned once a year: 150,000 "
        "tunings. A tuner does two a day, 250 days: 500 a year... so nearer 300. I'd trust the piano share least;"
        " if it is one in ten, double it.",
    ),
    (
        "opening",
        "Thank you for having me. So, to answer the question, I would first like to clarify the requirements and "
        "understand the users and the business goals before jumping into solutions.",
        "We should settle $500M a day in real time, because merchants who wait two days for cash churn twice as fast.",
    ),
    (
        "impact",
        "We migrated 45 microservices to Kubernetes over 9 months with a team of 12 engineers, wrote 300 "
        "Terraform modules and held weekly syncs.",
        "Deploys went from weekly to daily, which let support fix billing bugs the same day; billing complaints "
        "fell by 40%. I gave up multi-cloud to get there.",
    ),
    (
        "behavioral",
        "There was a conflict with a colleague about the API design. We discussed it, escalated to the manager "
        "and eventually found a compromise that worked for both parties.",
        "A colleague wanted GraphQL; I wanted REST because our three biggest customers had REST clients. I asked "
        "two of them, they said a migration would take a quarter, and I dropped GraphQL. He was annoyed for a "
        "month, but we kept $1.2M in renewals.",
    ),
    (
        "design",
        "To reduce no-shows we can send reminders, overbook, charge fees, or use ML. Each has pros and cons and "
        "we should align with stakeholders to choose the best one.",
        "I'd charge a $10 deposit at booking. We lose maybe 5% of new patients, but a clinic with a 20% no-show "
        "rate gets back two hours of doctor time a day.",
    ),
    (
        "behavioral",
        "The biggest lesson was that teamwork makes the dream work. Everyone gave 110% and we exceeded all "
        "expectations.",
        "I shipped a migration without a rollback and took payroll down for six hours. 1,100 people were paid "
        "late. I apologised to them by name and since then nothing ships without a tested rollback, which adds a "
        "day to every release.",
    ),
    (
        "negotiation",
        "I have 8 years of experience, 3 certifications, 2 degrees and I have led teams of 15, so I believe that "
        "I deserve more.",
        "Could you move the base to 165? I have another offer at 160 with a 20 thousand sign-on, and I'd rather "
        "be here. If base is fixed, an extra week of leave and a review at six months would do it.",
    ),
    (
        "design",
        "A robust, scalable and highly available architecture is critical. I would leverage best-in-class cloud-"
        "native technologies to ensure seamless user experiences with five nines of availability.",
        "Nurses stop trusting an alarm after three false ones, so I'd rather miss one event in a thousand than "
        "ring falsely twice a shift. Threshold at 0.9, reviewed monthly with the ward sister.",
    ),
    (
        "impact",
        "It was a great success and customers loved it. Engagement increased significantly and leadership was "
        "very happy.",
        "Half as many parents called the school office: 40 calls a day became 20. I put the bus times on a text "
        "message and dropped the app.",
    ),
    (
        "behavioral",
        "We were responsible for onboarding. The process was improved and documentation was created and training "
        "was given to the new joiners.",
        "New hires took eleven days to get a laptop that worked. I bought thirty spares out of my own budget and "
        "let IT catch up later. Day one became the norm, and IT still hasn't forgiven me.",
    ),
    (
        "opening",
        "In today's fast-paced world, payments are very important and latency is a key metric for success.",
        "The bank loses a customer every time a card is declined by mistake, and last month that was 3,100 "
        "people. I'd fix false declines before anything else.",
    ),
    (
        "design",
        "I'd use the CIRCLES framework: comprehend, identify, report, cut, list, evaluate, summarize. Then I'd "
        "define success metrics such as DAU, retention and NPS.",
        "Drivers quit in week two because the first payout takes nine days. I would pay them the same evening, "
        "cap it at €100 until they pass ten trips, and accept about 1% fraud for it. Week-two quits should halve.",
    ),
    (
        "behavioral",
        "so um I basically worked on a project where we like improved the system and um it was a lot faster and "
        "everyone was happy with it you know",
        "um so the batch took six hours and the bank closes at five right so um I split it by branch and we ran "
        "the big ones first and uh it finished in forty minutes and nobody had to stay late anymore",
    ),
]
